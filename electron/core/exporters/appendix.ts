import { printPalette } from '../../../shared/charts/palette.ts';
import { thematicMap } from '../../../shared/charts/thematic-map.ts';
import { appendix, type AppendixOptions } from '../../../shared/report/appendix.ts';
import { activeAnalyses, type ReportData, type ReportFigure, stepTitle } from '../../../shared/report/data.ts';
import type { Doc } from '../../../shared/report/model.ts';
import { type IdStyle, idStyles } from '../../../shared/report/words.ts';
import { mapModel } from '../areas/map/map-model.ts';
import type { Db } from '../sql.ts';
import { choice, type Exporter, flag, on, type Settings, text } from './exporter.ts';
import { docxFile } from './docx-file.ts';
import { loadReportData, milestonesOf, presentIsKept, presentTitle } from './report-data.ts';

const stepKey = (number: number) => `step-${number}`;

/** Titles of the steps there are, in order: a milestone each, and what was done since. */
function stepTitles(db: Db): string[] {
  const kept = milestonesOf(db).map((milestone) => stepTitle(milestone.name));
  return presentIsKept(db) ? kept : [...kept, presentTitle];
}

/** The present map of every analysis that has themes. */
const mapsOf = (db: Db, data: ReportData): ReportFigure[] =>
  activeAnalyses(data.present).map((analysis) => mapModel(db, analysis.id)).filter((model) => model.nodes.length > 0)
    .map((model) => ({ analysis: model.analysisName, answered: model.answered, ...thematicMap(model, printPalette) }));

function documentOf(db: Db, settings: Settings): Doc {
  const data = loadReportData(db, { steps: true });
  return appendix(data, {
    title: settings.title || 'Appendix',
    steps: data.steps.map((step) => step.number).filter((number) => on(settings, stepKey(number))),
    ids: settings.ids as IdStyle, once: settings.duplicates === 'once',
    counts: on(settings, 'counts'), changes: on(settings, 'changes'), merges: on(settings, 'merges'), diary: on(settings, 'diary'),
    maps: on(settings, 'maps') ? mapsOf(db, data) : [],
  } satisfies AppendixOptions);
}

/** The whole coding process, step by step, with every extract in full. */
export const appendixExporter: Exporter = {
  format: 'appendix', label: 'Appendix: coding process', description: 'Every step of the analysis with all coded extracts, as for the appendix of a thesis or paper', endings: ['docx'],
  settings: (db) => [
    text('title', 'Title of the appendix', 'Appendix A. Coding process for free-text responses'),
    ...stepTitles(db).map((title, index) => flag(stepKey(index + 1), `Step ${index + 1}: ${title}`, true)),
    choice('ids', 'Name people by', idStyles),
    choice('duplicates', 'An extract twice under one code', [['once', 'Printed once'], ['as-coded', 'Printed as coded']]),
    flag('counts', 'Counts beside headings', false),
    flag('changes', 'Changes since the step before', true),
    flag('merges', 'Merges and their reasons', true),
    flag('maps', 'Thematic maps', false),
    flag('diary', 'Diary entries for the report', false),
  ],
  preview: documentOf,
  make: (db, settings) => docxFile(documentOf(db, settings)),
};
