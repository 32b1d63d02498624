import { describe, expect, test } from 'vitest';
import { inspect, refusalOf, textFile } from '../testing.ts';

const people = Array.from({ length: 12 }, (_, index) => index + 1);

describe('a quotation mark that is never closed does not swallow a row', () => {
  /** The mark at the end of the fifth person's answer is missing. */
  test.each([
    ['Id;Group;What helps?', (person: number, close: string) => `${person};B;"The bench by the door, and a good lamp ${person}.${close}`],
    ['Id,What helps?', (person: number, close: string) => `${person},"The kettle, and those who fill it ${person}.${close}`],
    ['Id;What helps?;Group', (person: number, close: string) => `${person};"Tea and a chair ${person}${close};B`],
  ] as const)('under %j: the line is named', async (header, row) => {
    const table = [header, ...people.map((person) => row(person, person === 5 ? '' : '"'))].join('\r\n');
    expect(await refusalOf(textFile(table))).toBe(
      'In “survey.csv”, a quotation mark that is opened on line 6 is not closed before the next row begins, so that row would become part of an answer. Close it on line 6, or export the file again as CSV.',
    );
  });

  test('answers of several lines are read as they are, with separators and quotation marks in them, also where other marks stand wrong', async () => {
    const odd = 'He said "never" to me';
    const rows = people.map((person) => `${person};"First line ${person}\nsecond; line, and ""so"" on\nthird; ""x"";";${person === 3 ? odd : `"Last ${person}"`}`);
    const { respondents, warnings } = await inspect(textFile(`Id;What helps?;And what else?\n${rows.join('\n')}\n`));
    expect(respondents).toBe(12);
    expect(warnings.join(' ')).not.toContain('is not closed');
  });
});
