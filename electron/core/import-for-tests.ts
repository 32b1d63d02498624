/** A program of its own that imports a large file into a project, and says so to its parent once half of the answers are written. */
import { largeSurvey } from '../../fixtures/large-survey.ts';
import { openCore } from './core.ts';

const core = openCore(process.argv[2] ?? '');
core.onProgress(({ words, done, total }) => words === 'Bringing in answers' && done > total / 2 && process.send?.('importing'));
const rows = [...largeSurvey({ rows: 8_000, columns: 20 })];
await core.call('survey.import', { fileName: 'large.csv', bytes: Buffer.from(rows.map((row) => row.join(',')).join('\n').replaceAll('neighbours', `neighbours${' and on'.repeat(200)}`)) });
