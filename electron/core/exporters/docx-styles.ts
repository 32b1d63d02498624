import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';

/**
 * Times New Roman is on every computer with Word, is one of the fonts that APA 7 names, and where it is missing (Linux) the
 * free substitutes have exactly its widths, so pages break in the same places. The screen's own typeface would be replaced
 * by something else on most of the computers where the document is read.
 */
const font = 'Times New Roman';

/** Sizes in half points, distances in twentieths of a point. */
const spacing = (before: number, after: number, line = 259) => ({ before, after, line, lineRule: LineRuleType.AUTO });
type Level = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
const headings: Record<Level, { size: number; before: number; after: number; italics?: boolean }> = {
  1: { size: 32, before: 0, after: 200 }, 2: { size: 28, before: 400, after: 120 }, 3: { size: 25, before: 320, after: 100 },
  4: { size: 23, before: 260, after: 70 }, 5: { size: 22, before: 180, after: 60 }, 6: { size: 22, before: 150, after: 50, italics: true },
  7: { size: 21, before: 150, after: 50 }, 8: { size: 21, before: 150, after: 50, italics: true }, 9: { size: 21, before: 150, after: 50, italics: true },
};

export const headingStyle = (level: Level): string => `Heading${level}`;

const heading = ([level, { size, before, after, italics }]: [string, (typeof headings)[Level]]): IParagraphStyleOptions => ({
  id: `Heading${level}`, name: `heading ${level}`, basedOn: 'Normal', next: 'Extract', quickFormat: true,
  run: { font, size, bold: true, italics: italics ?? false, color: '000000' },
  paragraph: { spacing: spacing(before, after, 240), keepNext: true, keepLines: true, outlineLevel: Number(level) - 1 },
});

const style = (id: string, name: string, size: number, paragraph: NonNullable<IParagraphStyleOptions['paragraph']>, run: NonNullable<IParagraphStyleOptions['run']> = {}): IParagraphStyleOptions =>
  ({ id, name, basedOn: 'Normal', quickFormat: true, run: { size, ...run }, paragraph });

export const styles: IStylesOptions = {
  default: { document: { run: { font, size: 22, language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' } }, paragraph: { spacing: spacing(0, 0) } } },
  paragraphStyles: [
    ...Object.entries(headings).map(heading),
    style('Extract', 'Extract', 22, { spacing: spacing(0, 50) }),
    style('BodyText', 'Body Text', 22, { spacing: spacing(0, 120) }),
    style('BlockQuote', 'Block Quote', 22, { spacing: spacing(0, 120), indent: { left: 567, right: 340 } }),
    style('Note', 'Note', 20, { spacing: spacing(0, 80) }),
    style('TableNumber', 'Table Number', 22, { spacing: spacing(240, 40), keepNext: true }, { bold: true }),
    style('TableTitle', 'Table Title', 22, { spacing: spacing(0, 120), keepNext: true }, { italics: true }),
    style('TableHeader', 'Table Header', 20, { spacing: spacing(0, 0, 240), keepNext: true }),
    style('TableText', 'Table Text', 20, { spacing: spacing(0, 0, 240) }),
    style('TableNote', 'Table Note', 18, { spacing: spacing(80, 240, 240) }),
    style('RunningHead', 'Running Head', 18, { alignment: AlignmentType.LEFT }, { color: '595959' }),
  ],
};
