import type { Answer } from '../../shared/contract/survey.ts';
import { documentName } from '../../shared/domain/document-place.ts';

type Source = Pick<Answer, 'participantId' | 'document'>;

/** Whose words these are, as it stands beside them: the participant's name, or the title of the document with the heading. */
export const sourceName = ({ participantId, document }: Source, people: ReadonlyMap<number, { shown: string }>): string =>
  participantId === null ? (document ? documentName(document) : '') : (people.get(participantId)?.shown ?? '');

/** The same in a narrow list: the heading of the part with the title behind it, or the title with the first words; `about` stands behind a participant's name. */
export function sourceInList(source: Source & Pick<Answer, 'text' | 'version' | 'latest'>, people: ReadonlyMap<number, { shown: string }>, about: string): { shown: string; about: string } {
  const { document } = source;
  // Where an answer has several versions, they stand beneath each other under one name.
  const version = source.latest ? (source.version > 1 ? 'changed' : '') : 'earlier';
  if (source.participantId !== null || !document) return { shown: sourceName(source, people), about: [version, about].filter(Boolean).join(' · ') };
  const { heading, title } = document;
  return heading && heading !== title ? { shown: heading, about: title } : { shown: title, about: source.text.slice(0, 80).trimStart() };
}

/** “question 3” in running text; a collection of documents goes by its name. */
export const questionName = (question: { kind: 'survey' | 'documents'; shortName: string } | undefined, number: number): string =>
  question?.kind === 'documents' ? `“${question.shortName}”` : `question ${number}`;

/** “7 parts of 2 documents” */
export const partsWords = (answers: readonly Source[]): string => {
  const documents = new Set(answers.map(({ document }) => document?.id)).size;
  return `${answers.length === 1 ? '1 part' : `${answers.length} parts`} of ${documents === 1 ? '1 document' : `${documents} documents`}`;
};

/** “12 of 52 people who answered”; where only documents are analysed there are no people to count. */
export const peopleWords = (participants: number, answered: number): string => (answered === 0 ? 'Only documents, so no people are counted' : `${participants} of ${answered} people who answered`);
