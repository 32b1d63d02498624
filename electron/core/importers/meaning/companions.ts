import { refused } from '../../../../shared/errors.ts';
import { readCsv } from '../text/csv.ts';
import { findEncoding } from '../text/encoding.ts';
import { asLabel, type Header } from './headers.ts';
import type { ImportFile } from '../importer.ts';
import { plainName } from './known-columns.ts';
import type { Role } from './roles.ts';

/** What a companion file knows about a column. */
export interface ColumnKnowledge {
  wording?: string;
  group?: string;
  labels?: Record<string, string>;
  role?: Role;
}

/** A file that says what the columns of another mean. */
export interface Companion {
  fileName: string;
  about: (header: Header) => ColumnKnowledge | undefined;
}

/** What kind of companion the first row of a table begins; undefined for data. */
function companionKind(first: readonly string[]): 'jisc-key' | 'redcap-dictionary' | undefined {
  const names = first.map(plainName);
  if (names[0] === 'urn' && names[1] === 'uniqueresponsenumber') return 'jisc-key';
  const has = (...wanted: string[]) => wanted.some((name) => names.includes(name));
  return has('variablefieldname', 'fieldname') && has('fieldtype') && has('fieldlabel', 'choicescalculationsorsliderlabels') ? 'redcap-dictionary' : undefined;
}

/** Throws a refusal for a file that is the key or the dictionary of a survey, and no data; `details.companion` lets a screen keep it for the data. */
export function refuseCompanion(first: readonly string[], fileName: string): void {
  const kind = companionKind(first);
  if (kind === 'jisc-key')
    throw refused(`“${fileName}” is the key to a Jisc survey (questions and option codes); it holds no respondents. Import the file with the responses, together with this one.`, { companion: kind });
  if (kind === 'redcap-dictionary')
    throw refused(`“${fileName}” is the data dictionary of a REDCap project; it holds no respondents. Import the file with the records, together with this one.`, { companion: kind });
}

/** Reads what came with a file. Rejects with a refusal where it is neither a key nor a dictionary. */
export async function readCompanion(file: ImportFile): Promise<Companion> {
  const { rows } = readCsv(file, {}, await findEncoding(file.bytes));
  const kind = companionKind(rows[0] ?? []);
  if (kind === 'jisc-key') return jiscKey(file.fileName, rows);
  if (kind === 'redcap-dictionary') return redcapDictionary(file.fileName, rows);
  throw refused(`“${file.fileName}” is no key or data dictionary that Themework knows (Jisc’s “-key” file, REDCap’s data dictionary), so it cannot go with another file.`);
}

/** Questions and option codes stand below one another: "Q1","question", then "1","option" for each of its options. */
function jiscKey(fileName: string, rows: readonly (readonly string[])[]): Companion {
  const questions = new Map<string, { wording: string; labels: Record<string, string> }>();
  let current: { wording: string; labels: Record<string, string> } | undefined;
  for (const [code = '', text = ''] of rows.slice(1)) {
    if (/^-?\d+$/.test(code.trim())) {
      if (current) current.labels[code.trim()] = asLabel(text);
    } else {
      current = { wording: asLabel(text), labels: {} };
      questions.set(code.trim().toLowerCase(), current);
    }
  }
  return { fileName, about: ({ name }) => aboutJisc(name.toLowerCase(), questions) };
}

function aboutJisc(name: string, questions: ReadonlyMap<string, { wording: string; labels: Record<string, string> }>): ColumnKnowledge | undefined {
  const own = questions.get(name);
  // Q9_2 is an option or a row of Q9; Q11_1_a_1 is the first option of the row Q11_1_a of Q11.
  const parents: { wording: string; labels: Record<string, string> }[] = [];
  for (let at = name.indexOf('_'); at !== -1; at = name.indexOf('_', at + 1)) parents.push(...[questions.get(name.slice(0, at))].filter((each) => each !== undefined));
  const nearest = parents.at(-1);
  const option = own?.wording ?? nearest?.labels[name.slice(name.lastIndexOf('_') + 1)];
  const wording = [...parents.map((each) => each.wording), ...(option ? [option] : [])].join(' – ');
  if (wording === '') return undefined;
  return {
    wording,
    ...(parents[0] ? { group: parents[0].wording } : {}),
    ...(own && Object.keys(own.labels).length > 0 ? { labels: own.labels } : {}),
  };
}

function redcapDictionary(fileName: string, rows: readonly (readonly string[])[]): Companion {
  const names = (rows[0] ?? []).map(plainName);
  const cell = (row: readonly string[], ...wanted: string[]) => {
    const at = names.findIndex((name) => wanted.includes(name));
    return at === -1 ? '' : (row[at] ?? '').trim();
  };
  const fields = new Map(rows.slice(1).map((row) => [cell(row, 'variablefieldname', 'fieldname').toLowerCase(), row]));
  return {
    fileName,
    about: ({ name }) => {
      const box = /^(.+)___(\w+)$/.exec(name.toLowerCase());
      const row = fields.get(box?.[1] ?? name.toLowerCase());
      if (!row) return undefined;
      const wording = asLabel(cell(row, 'fieldlabel'));
      const type = cell(row, 'fieldtype').toLowerCase();
      const choices = choicesOf(cell(row, 'choicescalculationsorsliderlabels', 'selectchoicesorcalculations', 'choicescalculationsandsliderlabels'));
      const shared = { ...(wording ? { wording } : {}), ...(/^y/i.test(cell(row, 'identifier')) ? { role: { role: 'ignore', reason: 'An identifier, as the dictionary says' } as const } : {}) };
      if (box) return { ...shared, ...(wording ? { wording: `${wording} – ${choices[box[2] ?? ''] ?? box[2]}`, group: wording } : {}) };
      if (shared.role) return shared;
      if (type === 'notes') return { ...shared, role: { role: 'question', reason: 'A notes field, as the dictionary says' } };
      if (type === 'yesno') return { ...shared, labels: { '0': 'No', '1': 'Yes' } };
      if (type === 'truefalse') return { ...shared, labels: { '0': 'False', '1': 'True' } };
      return { ...shared, ...(['radio', 'dropdown'].includes(type) && Object.keys(choices).length ? { labels: choices } : {}) };
    },
  };
}

/** `1, Yes | 2, No`. */
const choicesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split('|').flatMap((choice) => {
      const found = /^\s*([^,]+?)\s*,\s*(\S[\s\S]*?)\s*$/.exec(choice);
      return found ? [[found[1] ?? '', asLabel(found[2] ?? '')]] : [];
    }),
  );
