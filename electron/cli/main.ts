import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import type { CliGiven, FileData, GivenFile } from '../../shared/contract/define.ts';
import { type ErrorData, Refusal, refused } from '../../shared/errors.ts';
import { spend } from '../core/bytes.ts';
import { toErrorData } from '../core/failures.ts';
import { createWorkbench, type Workbench } from '../core/workbench.ts';
import { writeWhole } from '../core/write-file.ts';
import type { CliOptions } from './options.ts';
import { contractVerbs, type Given, splitArguments, Usage, type Verb } from './arguments.ts';
import { followProgress } from './progress.ts';
import { helpText, hostVerbs } from './verbs.ts';

/** Runs one command line and gives the exit code: 0 done, 1 refused or failed, 2 wrong usage. Never throws. */
export async function runCli(argv: readonly string[], options: CliOptions): Promise<0 | 1 | 2> {
  const workbench = createWorkbench({ host: 'command-line', version: options.version, dataFolder: null, projectsFolder: process.cwd(), sample: options.sample });
  const print = (value: unknown) => options.stdout(`${JSON.stringify(value, null, 2)}\n`);
  const silence = followProgress(workbench, options.stderr);
  let file = '';
  try {
    const [verb = 'help', ...rest] = argv;
    if (verb === 'help' || verb === '--help' || verb === '-h') {
      options.stdout(helpText());
      return 0;
    }
    const own = hostVerbs.find((each) => each.verb === verb);
    const known = contractVerbs().find((each) => each.face.verb === verb);
    if (own) {
      const given = splitArguments(own, rest);
      file = given.project ?? '';
      print(await own.run(given, { workbench, options }));
      return 0;
    }
    if (!known) throw new Usage(`Themework has no command “${verb}”. “themework help” lists them.`);
    const given = splitArguments(known.face, rest);
    file = given.project ?? given.file ?? '';
    const output = await callVerb(workbench, known, given);
    print(writeOut(known, given, output));
    return known.face.failed?.(output as never) ? 1 : 0;
  } catch (error) {
    if (error instanceof Usage) {
      options.stderr(`${error.message}\n`);
      return 2;
    }
    options.stderr(describe(toErrorData(error, file)));
    return 1;
  } finally {
    silence();
    await workbench.close();
  }
}

async function callVerb(workbench: Workbench, { name, face }: Verb, given: Given): Promise<unknown> {
  const read: CliGiven = { text: given.text, options: readOptions(face.options, given.options), ...(given.file === undefined ? {} : { file: readInput(given.file) }) };
  const input = face.toInput(read);
  if (given.project !== undefined) await workbench.openFile(given.project);
  const result = await workbench.callUnchecked(name, input);
  if (!result.ok) throw new Refusal(result.error.kind, result.error.message, result.error.details);
  return result.value;
}

/** Bytes of the largest file that any importer takes. */
const largest = 500_000_000;

function readInput(file: string): GivenFile {
  return { fileName: path.basename(file), bytes: readWhole(file) };
}

/** Into memory that moves to the thread of an import: a large file is there once, and no longer than it is read. */
function readWhole(file: string): Uint8Array {
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      if (size > largest) throw refused(`“${path.basename(file)}” is larger than 500 MB, which is more than Themework can read at once. Split it into smaller files.`);
      const bytes = spend(new Uint8Array(size));
      for (let at = 0, read = -1; at < size && read !== 0; at += read) read = readSync(handle, bytes, at, size - at, at);
      return bytes;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw Object.assign(error as Error, { path: file });
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    // Not every error of the file system says which file it is about.
    throw Object.assign(error as Error, { path: file });
  }
}

function readOptions(kinds: Verb['face']['options'], given: Given['options']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, kinds?.[key]?.kind === 'json' ? readJson(String(value)) : kinds?.[key]?.kind === 'file' ? readInput(String(value)) : value]));
}

function readJson(file: string): unknown {
  const text = readBytes(file).toString('utf8');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refused(`“${path.basename(file)}” is not JSON.`);
  }
}

/** Where the verb has an `out` option, the bytes of its output go there and the rest is printed. */
function writeOut({ face }: Verb, given: Given, output: unknown): unknown {
  const key = Object.keys(face.options ?? {}).find((each) => face.options?.[each]?.kind === 'out');
  if (key === undefined) return output;
  const file = path.resolve(String(given.options[key]));
  const { bytes, fileName: _ours, ...rest } = output as FileData & Record<string, unknown>;
  writeWhole(file, Buffer.from(bytes, 'base64'));
  return { file, ...rest };
}

/** The sentence, then a line for each detail that names a place (rows that could not be placed). */
function describe({ message, kind, details }: ErrorData): string {
  const lists = Array.isArray(details) ? [details] : Object.values((details ?? {}) as Record<string, unknown>).filter((value) => Array.isArray(value));
  const lines = kind === 'bug' ? [] : lists.flat().map(detailLine).filter((line) => line !== `  ${message}` && !saysTheSame(line, message));
  return `${[message, ...lines].join('\n')}\n`;
}

/** “  plan.headerRows: Too many” after “Too many (plan.headerRows)”. */
const saysTheSame = (line: string, message: string) => {
  const [, place, words] = /^ {2}(\S+): (.*)$/s.exec(line) ?? [];
  return place !== undefined && message === `${words} (${place})`;
};

function detailLine(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return `  ${String(detail)}`;
  const { line, where: named, path: place, reason, message } = detail as Record<string, unknown>;
  // “Line 3”, “Table 2, row 5”: in the middle of a listing, so without a capital.
  const where = typeof named === 'string' ? named.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : line === undefined ? place : `line ${String(line)}`;
  return `  ${[where, reason ?? message].filter((part) => part !== undefined && part !== '').join(': ')}`;
}
