import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { handlers } from '../electron/core/handlers.ts';
import type { Entry } from './contract/define.ts';
import { contract } from './contract/index.ts';

/** The laws of the house (DESIGN.md, section 1), read from import lines and names. Tests themselves may reach across. */

const root = path.resolve(import.meta.dirname, '..');
interface Source { file: string; text: string; imports: string[] }

const isHelper = (file: string) => /(^|\/)(testing|[\w-]+-for-tests)\.tsx?$|\/(test|stand-in)\//.test(file);
const isTest = (file: string) => isHelper(file) || /\.(test|spec)\.tsx?$|\/e2e\//.test(file);
/** Statements at the beginning of a line (a sentence may say “from” too), and calls anywhere. */
const importLine = /(?:^(?:import|export)\b[^;'"`]*?\bfrom\s*|^import\s*|\b(?:import|require(?:\.resolve)?)\(\s*)['"]([^'"]+)['"]/gm;

function read(folder: string): Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => {
      const file = `${folder}/${name.replaceAll(path.sep, '/')}`;
      const text = readFileSync(path.join(root, file), 'utf8');
      return { file, text, imports: [...text.matchAll(importLine)].map((match) => match[1] ?? '') };
    });
}

const everything = ['shared', 'electron', 'renderer', 'fixtures', 'scripts'].flatMap(read);
const code = everything.filter(({ file }) => !isTest(file));
const inside = (folder: string) => code.filter(({ file }) => file.startsWith(`${folder}/`));

/** What a file imports: a file of ours by its path from the root, or a package by its name. */
function targets({ file, imports }: Source): string[] {
  return imports.map((name) => (name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name));
}
const isPackage = (target: string) => !/^(shared|electron|renderer|fixtures|scripts)\//.test(target);
const within = (...folders: string[]) => (target: string) => folders.some((folder) => target.startsWith(`${folder}/`));

/** Import lines of the files in a folder that are not allowed there. */
const trespasses = (folder: string, allowed: (target: string) => boolean) =>
  inside(folder).flatMap((source) => targets(source).filter((target) => !allowed(target)).map((target) => `${source.file} imports ${target}`));

describe('who may import what', () => {
  test('shared imports only itself, zod and d3', () => {
    expect(trespasses('shared', (target) => within('shared')(target) || /^(zod|d3)(-[a-z]+)?$/.test(target))).toEqual([]);
  });
  test('the core imports only itself, shared and packages', () => {
    expect(trespasses('electron/core', (target) => within('electron/core', 'shared')(target) || isPackage(target))).toEqual([]);
  });
  test.each(['desktop', 'loopback', 'cli'])('the host %s imports only the core, shared and packages', (host) => {
    expect(trespasses(`electron/${host}`, (target) => within(`electron/${host}`, 'electron/core', 'shared')(target) || isPackage(target))).toEqual([]);
  });
  test('the renderer imports only shared and packages, nothing of Node', () => {
    expect(trespasses('renderer', (target) => within('renderer', 'shared')(target) || (isPackage(target) && !isBuiltin(target)))).toEqual([]);
  });
  test('a package serves the window or Node, never both', () => {
    const packagesOf = (folder: string) => new Set(inside(folder).flatMap(targets).filter((target) => isPackage(target) && !/^(zod|d3)$/.test(target)));
    const forNode = packagesOf('electron');
    expect([...packagesOf('renderer')].filter((target) => forNode.has(target))).toEqual([]);
  });
  test('what only tests need is imported only by tests', () => {
    expect(['shared', 'electron', 'renderer'].flatMap(inside).flatMap((source) => targets(source).filter(isHelper).map((target) => `${source.file} imports ${target}`))).toEqual([]);
  });
  test('the package electron appears only in the desktop host', () => {
    const users = everything.filter((source) => source.imports.includes('electron')).map(({ file }) => file);
    expect(users.filter((file) => !file.startsWith('electron/desktop/'))).toEqual([]);
  });
});

describe('one contract', () => {
  const entries = Object.entries(contract as unknown as Record<string, Entry>);
  test('every command and query has a handler, and every handler an entry', () => {
    expect(Object.keys(handlers).sort()).toEqual(entries.filter(([, { kind }]) => kind !== 'action').map(([name]) => name).sort());
  });
  test('no host knows an operation by name', () => {
    const hosts = ['desktop', 'loopback', 'cli'].flatMap((host) => inside(`electron/${host}`));
    const named = hosts.flatMap(({ file, text }) => entries.filter(([name]) => new RegExp(`['"\`]${name.replace('.', '\\.')}['"\`]`).test(text)).map(([name]) => `${file} names ${name}`));
    expect(named).toEqual([]);
  });
  test('verbs of the command line are different from each other', () => {
    const verbs = entries.flatMap(([, { cli }]) => (cli ? [cli.verb] : []));
    expect(verbs).toHaveLength(new Set(verbs).size);
  });
});

describe('nothing leaves the computer', () => {
  const uses = (pattern: RegExp, allowed: RegExp) => ['shared', 'electron', 'renderer'].flatMap(inside).filter(({ file, text }) => pattern.test(text) && !allowed.test(file)).map(({ file }) => file);
  test('only the loopback host opens a port, only its window fetches', () => {
    expect(uses(/['"](?:node:)?(http|https|http2|net|tls|dgram|dns)(?:\/promises)?['"]/, /^electron\/loopback\//)).toEqual([]);
    expect(uses(/\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/, /^renderer\/host\/loopback\.ts$/)).toEqual([]);
  });
});

describe('files', () => {
  test('no source is longer than 300 lines', () => {
    const data = /\/migrations\/|^shared\/charts\/inter-widths\.ts$/;
    expect(code.filter(({ file, text }) => !data.test(file) && text.split('\n').length > 301).map(({ file, text }) => `${file}: ${text.split('\n').length} lines`)).toEqual([]);
  });
  test('no test is left out in silence', () => {
    const silent = /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|todo)\b|\b(?:xit|xtest|fdescribe)\(|\bskip\(\s*\)/;
    expect(everything.filter(({ file, text }) => isTest(file) && file !== 'shared/layers.test.ts' && silent.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
