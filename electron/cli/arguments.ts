import type { CliFace, Entry } from '../../shared/contract/define.ts';
import { contract } from '../../shared/contract/index.ts';

export type Face = CliFace<unknown>;
/** A verb of the command line: the name that the contract knows it by, and its face. */
export interface Verb { name: string; face: Face }

/** Wrong usage: exit code 2 and a sentence. */
export class Usage extends Error {}

/** The command line as split by a verb's face; files are paths here, nothing has been read. */
export interface Given {
  /** The project file, where the verb takes one. */
  project?: string;
  /** The path of the file to read. */
  file?: string;
  text: string[];
  /** text: string; flag: true; json: a path; pairs: record; out: a path. */
  options: Record<string, string | true | Record<string, string>>;
}

/** Every verb that the contract gives a face, in the order of the contract. */
export const contractVerbs = (): Verb[] =>
  Object.entries(contract as unknown as Record<string, Entry>).flatMap(([name, entry]) => (entry.cli ? [{ name, face: entry.cli as unknown as Face }] : []));

/** FILE, and words that look like a file name (CODINGS.csv), are read; PROJECT is opened; others are plain words. */
const isFile = (arg: string): boolean => arg === 'FILE' || arg.includes('.');

/** Splits what follows the verb. Throws Usage. */
export function splitArguments(face: Pick<Face, 'verb' | 'args' | 'options'>, argv: readonly string[]): Given {
  const given: Given = { text: [], options: {} };
  const words: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (!word.startsWith('--') || word === '--') {
      if (word !== '--') words.push(word);
      continue;
    }
    const [key = '', inline] = splitOnce(word.slice(2), '=');
    const option = face.options && Object.hasOwn(face.options, key) ? face.options[key] : undefined;
    if (!option) throw new Usage(`“${face.verb}” has no option --${key}.`);
    if (option.kind === 'flag') {
      if (inline !== undefined) throw new Usage(`--${key} takes no value.`);
      given.options[key] = true;
      continue;
    }
    const value = inline ?? argv[++index];
    if (value === undefined) throw new Usage(`--${key} needs a value.`);
    if (option.kind !== 'pairs') given.options[key] = value;
    else given.options[key] = { ...(given.options[key] as Record<string, string> | undefined), ...pair(key, value) };
  }
  placeWords(face, words, given);
  for (const [key, option] of Object.entries(face.options ?? {})) {
    if (option.kind === 'out' && given.options[key] === undefined) throw new Usage(`“${face.verb}” needs --${key} FILE.`);
  }
  return given;
}

function placeWords(face: Pick<Face, 'verb' | 'args'>, words: string[], given: Given): void {
  const wanted = face.args.filter((arg) => !arg.startsWith('['));
  const lacking = wanted[words.length];
  if (lacking !== undefined) throw new Usage(`“${face.verb}” needs ${wanted.slice(words.length).join(' and ')}.`);
  const extra = words[face.args.length];
  if (extra !== undefined) throw new Usage(`“${face.verb}” does not know what to do with “${extra}”.`);
  for (const [index, word] of words.entries()) {
    const arg = face.args[index] ?? '';
    if (arg === 'PROJECT') given.project = word;
    else if (isFile(arg)) given.file = word;
    else given.text.push(word);
  }
}

function pair(key: string, value: string): Record<string, string> {
  const [name = '', setting] = splitOnce(value, '=');
  if (!name || setting === undefined) throw new Usage(`--${key} takes KEY=VALUE; “${value}” is not of that form.`);
  return { [name]: setting };
}

function splitOnce(text: string, by: string): [string, string?] {
  const at = text.indexOf(by);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + by.length)];
}

const optionWords: Record<NonNullable<Face['options']>[string]['kind'], string> = { text: ' TEXT', flag: '', json: ' FILE.json', file: ' FILE', pairs: ' KEY=VALUE ...', out: ' FILE' };

/** `verb ARGS [--option VALUE]`, as the help prints it. */
export function usageOf(face: Pick<Face, 'verb' | 'args' | 'options'>): string {
  const options = Object.entries(face.options ?? {}).map(([key, { kind }]) => (kind === 'out' ? `--${key}${optionWords[kind]}` : `[--${key}${optionWords[kind]}]`));
  return [face.verb, ...face.args, ...options].join(' ');
}
