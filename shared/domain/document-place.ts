/** Where a part of a document stands: the document, and the heading above the part (empty where there is none). */
export interface DocumentPlace { id: number; title: string; heading: string }

/** How a part of a document is named where an answer bears the name of its participant. */
export const documentName = ({ title, heading }: Pick<DocumentPlace, 'title' | 'heading'>): string => (heading === '' || heading === title ? title : `${title}, ${heading}`);
