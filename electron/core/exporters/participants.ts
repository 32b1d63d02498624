import type { Doc } from '../../../shared/report/model.ts';
import { type AttributeValues, participantsHeader, participantsRows, participantsTable } from '../../../shared/report/participants.ts';
import { all, type Db, one } from '../sql.ts';
import { tell } from '../task.ts';
import { docxFile } from './docx-file.ts';
import { choice, type Exporter, type Settings, text } from './exporter.ts';
import { csvFile } from './table-file.ts';

function load(db: Db): { people: number; attributes: AttributeValues[] } {
  const people = one<{ people: number }>(db, 'SELECT count(*) AS people FROM participant')?.people ?? 0;
  const columns = all<{ id: number; name: string }>(db, 'SELECT id, name FROM attribute ORDER BY position, id');
  const attributes = columns.map(({ id, name }, at) => {
    tell('Reading attributes', at + 1, columns.length, 'attributes');
    return { name, values: all<{ value: string | null }>(db, 'SELECT value FROM participant LEFT JOIN attribute_value ON participant_id = participant.id AND attribute_id = ? ORDER BY participant.id', id).map((row) => row.value ?? '') };
  });
  return { people, attributes };
}

function documentOf(db: Db, settings: Settings): Doc {
  const { people, attributes } = load(db);
  return participantsTable(people, attributes, { title: settings.title || 'Participants', smallest: Number(settings.smallest) });
}

/** Who took part, in numbers. */
export const participantsExporter: Exporter = {
  format: 'participants', label: 'Participants', description: 'Who took part: the answers to closed questions with numbers and percentages', endings: ['docx', 'csv'],
  settings: () => [text('title', 'Title of the document', 'Participants'), choice('smallest', 'Put small groups together', [['1', 'No'], ['3', 'Fewer than 3 people'], ['5', 'Fewer than 5 people'], ['10', 'Fewer than 10 people']])],
  preview: documentOf,
  make: (db, settings, ending) => {
    const { people, attributes } = load(db);
    return ending === 'csv' ? csvFile(participantsHeader, participantsRows(people, attributes, Number(settings.smallest))) : docxFile(documentOf(db, settings));
  },
};
