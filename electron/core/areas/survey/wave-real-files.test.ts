import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileOf, tempProject } from '../../../../fixtures/testing.ts';
import { understand } from '../../importers/index.ts';

/** Real exports lie beside the project on the developers' machines only. */
const surveys = path.resolve(import.meta.dirname, '../../../../../shared/data/surveys');
const files = existsSync(surveys) ? (readdirSync(surveys, { recursive: true }) as string[]).filter((name) => /\.(csv|tsv|xlsx)$/i.test(name) && statSync(path.join(surveys, name)).size < 4_000_000) : [];

test.skipIf(files.length === 0)(
  'every real file imported again recognises everybody and adds nothing (skipped where the data is absent)',
  async () => {
    const lines: string[] = [];
    for (const name of files) {
      const project = tempProject('Real');
      try {
        const file = { fileName: path.basename(name), bytes: readFileSync(path.join(surveys, name)).toString('base64') };
        const first = await project.core.call('survey.import', file);
        if (!first.ok) continue;
        const { checked } = await project.ask('project.check', {});
        const { wave } = await project.ask('survey.import', file);
        lines.push(`${name}: ${wave.people.matched} people known by ${wave.matchedBy}, ${wave.answers.same} answers the same`);
        expect([name, wave.people.added, wave.answers.added, wave.answers.changed, wave.attributes.values]).toEqual([name, 0, 0, 0, 0]);
        expect([name, (await project.ask('project.check', {})).checked]).toEqual([name, checked]);
      } finally {
        project.close();
      }
    }
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(lines.length).toBeGreaterThan(10);
  },
  180_000,
);

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

test.skipIf(files.length === 0)(
  'the first half of every real file, then all of it: everybody of the first half is known and nothing changed (skipped where the data is absent)',
  async () => {
    let read = 0;
    for (const name of files.filter((each) => each.endsWith('.csv'))) {
      const understood = await understand({ fileName: path.basename(name), bytes: readFileSync(path.join(surveys, name)) }).catch(() => null);
      if (!understood || 'parts' in understood || understood.obstacle) continue;
      const { table, plan } = understood;
      const written = (rows: readonly string[][]) => fileOf(path.basename(name), rows.map((row) => row.map(cell).join(',')).join('\r\n'));
      const project = tempProject('Halves');
      try {
        const half = await project.core.call('survey.import', written(table.rows.slice(0, plan.headerRows + Math.floor((table.rows.length - plan.headerRows) / 2))));
        if (!half.ok) continue;
        const { wave } = await project.ask('survey.import', written(table.rows));
        expect([name, wave.people.matched, wave.people.missing, wave.answers.same, wave.answers.changed, wave.attributes.kept]).toEqual([name, half.value.participants, 0, half.value.answers, 0, 0]);
        expect((await project.ask('project.check', {})).problems).toEqual([]);
        read++;
      } finally {
        project.close();
      }
    }
    expect(read).toBeGreaterThan(8);
  },
  180_000,
);
