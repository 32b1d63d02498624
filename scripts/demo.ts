/** `npm run demo [-- --out DIR]`: the main job on a sample study made anew from the sources. */
import { buildSample } from '../fixtures/sample/build.ts';
import { runCli } from '../electron/cli/main.ts';
import { version } from './paths.ts';

process.exitCode = await runCli(['demo', ...process.argv.slice(2)], {
  version, sample: buildSample, stdout: (text) => process.stdout.write(text), stderr: (text) => process.stderr.write(text),
});
