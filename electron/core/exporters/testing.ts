import { inflateRawSync } from 'node:zlib';
import { fileOf, surveyCsv, tempProject, type TempProject } from '../../../fixtures/testing.ts';

/** What the tests of the exporters share: a small study with everything in it that a table can trip over, and a reader for Word files. */

export const questions = ['What helps you to keep going, and “why”?', 'What nearly made you stop, if anything did?'];
const answers = [
  ['The kettle is on.\nPeople know my name.', 'Rain, and the buses in the winter months'],
  ['- company\n- cake [homemade] & tea', 'Nobody rang when I was ill for three weeks'],
  ['I like 👩‍🔧 people who mend <things> "properly"', ''],
  ['It gets me out of the house, the house is quiet', 'The stairs. The stairs are steep and the lift is broken'],
];

/** Four people; the odd one is called Q1-08. Answers hold line breaks, brackets, leading dashes, an emoji and XML's own characters. */
export async function smallStudy(): Promise<TempProject> {
  const project = tempProject('Why people keep mending');
  const csv = surveyCsv(questions, answers).replace('"P2"', '"Q1-08"');
  await project.ask('survey.import', fileOf('survey.csv', csv));
  const [first, second] = await project.ask('survey.questions', {});
  await project.ask('survey.renameQuestion', { id: first?.id ?? 0, shortName: 'Keeping on' });
  await project.ask('survey.renameQuestion', { id: second?.id ?? 0, shortName: 'Stopping' });
  await code(project, [
    '1,P1,The kettle is on.,Warmth,Company,FOR', '1,Q1-08,cake [homemade] & tea,Warmth,Company,FOR', '1,P1,"on.\nPeople know",Being known,Company,FOR',
    '1,P1,People know my name.,Being known,Company,FOR', '1,Q1-08,"- company\n- cake",Company,Others,FOR', '1,P3,"I like 👩‍🔧 people who mend <things> ""properly""",Alone,,FOR',
    '1,P4,It gets me out of the house,Out of the house,Out of the house,', '2,P1,Rain,Getting there,,', '2,P1,buses in the winter,Getting there,,', '2,P4,The stairs are steep,Getting there,,',
  ]);
  return project;
}

export const code = (project: TempProject, rows: readonly string[]) => project.ask('coding.import', fileOf('codings.csv', ['question,participant,extract,code,theme,group', ...rows].join('\n')));

export async function made(project: TempProject, format: string, settings: Record<string, string> = {}, ending?: string): Promise<Buffer> {
  const file = await project.ask('export.make', { format, settings, ...(ending ? { ending } : {}) });
  return Buffer.from(file.bytes, 'base64');
}

/** The text of one file in a zip archive. */
export function zipEntry(zip: Buffer, name: string): string {
  let at = zip.length - 22;
  while (zip.readUInt32LE(at) !== 0x06054b50) at--;
  for (let left = zip.readUInt16LE(at + 10), entry = zip.readUInt32LE(at + 16); left > 0; left--) {
    const nameLength = zip.readUInt16LE(entry + 28);
    if (zip.toString('utf8', entry + 46, entry + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(entry + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const data = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
      return (zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(data) : data).toString('utf8');
    }
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  throw new Error(`no ${name} in the file`);
}

export interface Line { style: string; text: string }
/** Paragraphs of a Word file with their styles; line breaks as “⏎”. */
export function linesOf(docx: Buffer): Line[] {
  const decode = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
  return [...zipEntry(docx, 'word/document.xml').matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([xml]) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(xml)?.[1] ?? '',
    text: decode([...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:br\/>/gs)].map((match) => match[1] ?? '⏎').join('')),
  }));
}
export const asText = (lines: readonly Line[]): string[] => lines.map((line) => `${line.style.replace('Heading', 'h').replace('Extract', '-')} ${line.text}`);
