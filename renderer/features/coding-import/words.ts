import type { CodingFileRow, CodingRole } from '../../../shared/domain/coding-import.ts';

/** What a column can be for, in words. */
export const roleNames: Readonly<Record<CodingRole, string>> = {
  extract: 'The quote', code: 'Code', participant: 'Participant', question: 'Question', theme: 'Theme', subtheme: 'Sub-theme', group: 'Group heading',
  analysis: 'Analysis', kind: 'Semantic or latent', note: 'Note on the extract', start: 'Where it starts', end: 'Where it ends', ignore: 'Not brought in',
};
export const roleOrder: readonly CodingRole[] = ['extract', 'code', 'participant', 'question', 'theme', 'subtheme', 'group', 'note', 'kind', 'analysis', 'start', 'end', 'ignore'];

export const many = (count: number, one: string, more = `${one}s`): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;

/** “Comfort, Warm rooms”: where in the tree the codes of a row go. */
export const pathWords = ({ group, theme }: Pick<CodingFileRow, 'group' | 'theme'>): string => [...group, ...theme].join(', ');

/** What a row has in common, for its line: “Warmth” or “Warmth and 2 more”. */
export const codeWords = ({ codes }: Pick<CodingFileRow, 'codes'>): string => (codes.length > 2 ? `${codes[0]} and ${codes.length - 1} more` : codes.join(' and '));

/** The first sentence of a reason; what follows is shown as the place itself. */
export const firstSentence = (reason: string): string => /^[\s\S]*?[.?!](?=\s|$)/.exec(reason)?.[0] ?? reason;
