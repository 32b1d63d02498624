import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach } from 'vitest';
import { ask, fileOf, surveyCsv, tempProject, type TempProject } from '../../../../fixtures/testing.ts';

/** What a test has open; closed after it. */
export const open: { close: () => void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});
export const project = (): TempProject => {
  const made = tempProject();
  open.push(made);
  return made;
};

export const answers = [
  ['My colleague Quillfeather works on Saltmarsh Ward and rings 07700 900123.', 'Saltmarsh ward never sleeps 👩‍🔧.'],
  ['I met quillfeather once.', 'Nothing to add.'],
  ['The kettle is always on.', 'SALTMARSH WARD, again. Kettles, no kettle.'],
];
export async function study() {
  const made = project();
  await ask(made.core, 'survey.import', fileOf('names.csv', surveyCsv(['Why?', 'What else?'], answers)));
  const questions = await made.ask('survey.questions', {});
  const items = (await Promise.all(questions.map(({ id }) => made.ask('survey.answers', { questionId: id })))).flat();
  const analyses = await made.ask('analysis.list', {});
  const at = (words: string, index = 0) => {
    const item = items[index];
    const start = item?.text.indexOf(words) ?? -1;
    if (!item || start < 0) throw new Error(`“${words}” is not in answer ${index}`);
    return { itemId: item.itemId, start, end: start + words.length };
  };
  return { ...made, items, questions, analysisId: analyses[0]?.id ?? 0, at };
}

/** The files of a project's folder in which a word stands, in small letters or capitals, in UTF-8 or UTF-16. */
export function filesWith(folder: string, word: string): string[] {
  const forms = [word, word.toLowerCase(), word.toUpperCase()].flatMap((form) => [Buffer.from(form, 'utf8'), Buffer.from(form, 'utf16le'), Buffer.from(form, 'utf16le').swap16()]);
  return readdirSync(folder).filter((name) => {
    const bytes = readFileSync(path.join(folder, name));
    return forms.some((form) => bytes.includes(form));
  });
}

/** Every column of text in a project file, as the file itself tells. */
export function columnsOf(file: string): string[] {
  const db = new Database(file, { readonly: true });
  const columns = db.prepare("SELECT m.name AS tbl, c.name AS col FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.type NOT IN ('INTEGER', 'REAL') ORDER BY 1, 2").all() as { tbl: string; col: string }[];
  db.close();
  return columns.map(({ tbl, col }) => `${tbl}.${col}`);
}

/** Those in which a word stands. */
export function columnsWith(file: string, word: string): string[] {
  const db = new Database(file, { readonly: true });
  const found = columnsOf(file).filter((name) => {
    const [tbl, col] = name.split('.');
    return db.prepare(`SELECT 1 FROM "${tbl}" WHERE "${col}" LIKE ? LIMIT 1`).get(`%${word}%`);
  });
  db.close();
  return found;
}
