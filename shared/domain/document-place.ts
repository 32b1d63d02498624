/** Where a part of a document stands: the document, and the heading above the part (empty where there is none). */
export interface DocumentPlace { id: number; title: string; heading: string }

/** How a part of a document is named where an answer bears the name of its participant. A document often begins with its own title: that is said once. */
export function documentName({ title, heading }: Pick<DocumentPlace, 'title' | 'heading'>): string {
  const own = heading === title ? '' : heading.startsWith(`${title} › `) ? heading.slice(title.length + 3) : heading;
  return own === '' ? title : `${title}, ${own}`;
}
