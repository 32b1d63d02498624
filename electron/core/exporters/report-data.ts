import { createHash } from 'node:crypto';
import type { Question, Structure } from '../../../shared/domain/types.ts';
import { type ReportData, type ReportStep, stepTitle } from '../../../shared/report/data.ts';
import { answeredBy } from '../areas/structure/analysis.ts';
import { askedCounter } from '../areas/survey/asked.ts';
import { diaryHandlers } from '../areas/record/diary.ts';
import { masksOf } from '../areas/people/masks.ts';
import { mergeHandlers } from '../areas/structure/merge.ts';
import { namesFor } from '../areas/people/names.ts';
import { loadStructure, milestoneStructure, packStructure } from '../areas/structure/structure.ts';
import { all, type Db, idList, one } from '../sql.ts';

/** The title of the last step where it is no milestone. */
export const presentTitle = 'The structure as it is now';

interface MilestoneRow { id: number; name: string; at: string }
export const milestonesOf = (db: Db): MilestoneRow[] => all(db, 'SELECT id, name, at FROM milestone ORDER BY id');

/** What every table and listing needs, read in one go. `steps` also reads the milestones, which in a large project are large. */
export function loadReportData(db: Db, { steps = false }: { steps?: boolean } = {}): ReportData {
  const project = one<{ title: string }>(db, 'SELECT title FROM project');
  const name = namesFor(db);
  const present = loadStructure(db);
  const stages = steps ? loadSteps(db, present) : [];
  const items = all<{ id: number; questionId: number; participantId: number | null; documentId: number | null; title: string | null; heading: string; text: string }>(db,
    'SELECT item.id, question_id AS questionId, participant_id AS participantId, document_id AS documentId, title, heading, text FROM item LEFT JOIN document ON document.id = document_id WHERE item.id IN (SELECT value FROM json_each(?))',
    idList(new Set([present, ...stages.map((step) => step.structure)].flatMap((structure) => structure.codings.map((coding) => coding.itemId)))));
  const people = all<{ id: number; label: string; number: number }>(db, 'SELECT id, label, number FROM participant');
  const masks = masksOf(db);
  return {
    title: project?.title ?? '',
    questions: all<Question>(db, 'SELECT id, kind, column_name AS "column", short_name AS shortName, wording, position FROM question ORDER BY position, id'),
    shown: new Map(people.map((person) => [person.id, name(person)])),
    items: new Map(items.map(({ id, documentId, title, heading, ...item }) => [id, { ...item, masks: masks.get(id), document: documentId === null ? null : { id: documentId, title: title ?? '', heading } }])),
    answered: (questionIds) => answeredBy(db, questionIds),
    asked: askedCounter(db),
    present,
    steps: stages,
    merges: mergeHandlers['merge.list']({ db }),
    diary: diaryHandlers['diary.list']({ db }).reverse(),
  };
}

/** Each milestone is a step; the structure as it is now is the last, unless it is just what the last milestone kept. */
function loadSteps(db: Db, present: Structure): ReportStep[] {
  const kept = milestonesOf(db).map((milestone, index): ReportStep => ({ number: index + 1, title: stepTitle(milestone.name), at: milestone.at, present: false, structure: milestoneStructure(db, milestone.id) }));
  return presentIsKept(db, present) ? kept : [...kept, { number: kept.length + 1, title: presentTitle, at: '', present: true, structure: present }];
}

/** Nothing was changed since the last milestone, so that it tells all there is. */
export function presentIsKept(db: Db, present: Structure = loadStructure(db)): boolean {
  const last = one<{ picture: string }>(db, 'SELECT picture FROM milestone ORDER BY id DESC LIMIT 1');
  return last !== undefined && last.picture === createHash('sha256').update(packStructure(present)).digest('hex');
}
