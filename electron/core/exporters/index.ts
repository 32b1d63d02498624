import { appendixExporter } from './appendix.ts';
import { developmentExporter } from './development.ts';
import type { Exporter } from './exporter.ts';
import { mapExporter } from './map.ts';

/** The export menu, in its order. */
export const exporters: readonly Exporter[] = [appendixExporter, mapExporter, developmentExporter];
