/** A program of its own that imports a large file into a project, and says so to its parent once answers are being written. */
import { largeSurvey } from '../../fixtures/large-survey.ts';
import { openCore } from './core.ts';

const core = openCore(process.argv[2] ?? '');
core.onProgress(({ words, done }) => words === 'Bringing in answers' && done > 0 && process.send?.('importing'));
const rows = [...largeSurvey({ rows: 20_000, columns: 20 })];
await core.call('survey.import', { fileName: 'large.csv', bytes: Buffer.from(rows.map((row) => row.join(',')).join('\n')) });
