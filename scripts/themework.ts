/** `npm run -s themework -- ARGS`: the command line from a checkout. Results are JSON on standard output, nothing else. */
import { runCli } from '../electron/cli/main.ts';
import { version } from './paths.ts';

// Whoever reads may have seen enough (“inspect FILE | head”).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await runCli(process.argv.slice(2), {
  version,
  sample: async (file) => (await import('../fixtures/sample/build.ts')).buildSample(file),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
});
