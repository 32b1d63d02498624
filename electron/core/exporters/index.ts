import { appendixExporter } from './appendix.ts';
import { codebookExporter } from './codebook.ts';
import { codingsExporter } from './codings.ts';
import { developmentExporter } from './development.ts';
import { diaryExporter } from './diary.ts';
import type { Exporter } from './exporter.ts';
import { mapExporter } from './map.ts';
import { participantsExporter } from './participants.ts';
import { themeTableExporter } from './theme-table.ts';

/** The export menu, in its order. */
export const exporters: readonly Exporter[] = [
  appendixExporter, themeTableExporter, codebookExporter, participantsExporter, mapExporter, developmentExporter, diaryExporter, codingsExporter,
];
