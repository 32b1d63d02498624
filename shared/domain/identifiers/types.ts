/** What a stretch of an answer might give away. `place` includes wards, hospitals and schools; `number` numbers that a register knows a person by. */
export type IdentifierKind = 'name' | 'email' | 'web' | 'phone' | 'postcode' | 'birth' | 'date' | 'number' | 'place' | 'organisation';

/** 3: by its form or its introduction hardly anything else; 2: likely; 1: only worth a look. */
export type Confidence = 1 | 2 | 3;

/** A stretch `[start, end)` in UTF-16 code units that looks like an identifier, and why it does, in words for people. `label`: what to show in its place, without brackets. */
export interface Found { kind: IdentifierKind; start: number; end: number; confidence: Confidence; why: string; label: string }

/** A scanner looks for some kinds in one text. Pure: the same text gives the same finds, in any order, perhaps overlapping. */
export type Scanner = (text: string) => Found[];

/** The kinds in the order in which they are listed, with their plural and what is shown in their place unless somebody says better. */
export const identifierKinds: readonly { kind: IdentifierKind; plural: string; label: string }[] = [
  { kind: 'name', plural: 'Names', label: 'name' },
  { kind: 'email', plural: 'E-mail addresses', label: 'e-mail address' },
  { kind: 'web', plural: 'Web addresses and handles', label: 'web address' },
  { kind: 'phone', plural: 'Phone numbers', label: 'phone number' },
  { kind: 'postcode', plural: 'Postcodes', label: 'postcode' },
  { kind: 'birth', plural: 'Dates of birth', label: 'date of birth' },
  { kind: 'date', plural: 'Other full dates', label: 'date' },
  { kind: 'number', plural: 'Personal numbers', label: 'number' },
  { kind: 'place', plural: 'Places', label: 'place' },
  { kind: 'organisation', plural: 'Employers and organisations', label: 'organisation' },
];

/** What is shown in place of a kind unless somebody says better, without brackets. */
export const labelOf = (kind: IdentifierKind): string => identifierKinds.find((each) => each.kind === kind)?.label ?? 'masked';
