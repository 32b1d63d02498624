import { countCodings } from './counts.ts';
import type { BucketKind, DevelopmentBand, DevelopmentBucket, DevelopmentModel, DevelopmentPlace } from './development-model.ts';
import { flatten, type ThemeNode, treeOf } from './theme-tree.ts';
import type { CodeRow, CodingRow, Structure } from './types.ts';

export interface Moment { milestone: string | null; at: string | null; structure: Structure }

/** One moment, ready to ask where a code stood. */
interface Column { moment: Moment; codes: Map<number, CodeRow>; codings: Map<number, CodingRow[]>; buckets: Map<string, { name: string; kind: BucketKind; order: number }>; bucketOf: (code: CodeRow) => string }

/**
 * Follows every code of an analysis through milestones to the present: renamed, moved, merged (also with its analysis), set
 * aside. `moments` in order of time, the present last. A band is a code that the researcher made, not one made by merging.
 */
export function developmentOf(analysisId: number, moments: readonly Moment[]): DevelopmentModel {
  const present = moments.at(-1)?.structure;
  const analyses = family(analysisId, moments);
  const columns = withoutRepetition(moments.map((moment) => columnOf(moment, analyses)).filter((column) => column.codes.size > 0));
  const targets = new Set(moments.flatMap(({ structure }) => structure.codes.map((code) => code.mergedInto)));
  const made = new Map<number, CodeRow>();
  for (const { codes } of columns) for (const code of codes.values()) if (!made.has(code.id)) made.set(code.id, code);
  const bands = [...made.values()].map((code): DevelopmentBand => ({ codeId: code.id, name: code.name, ink: code.ink, kind: code.kind, places: columns.map((column) => placeOf(code.id, column)) }))
    .filter((band) => !targets.has(band.codeId) || band.places.some((place) => place && place.extracts > 0));
  const first = columns[0];
  const list: Column[] = first && hasThemes(first) ? [first, ...columns] : columns;
  const twice = list.length > columns.length;
  return {
    analysisId, analysisName: present?.analyses.find((analysis) => analysis.id === analysisId)?.name ?? '',
    columns: list.map((column, index) => ({ milestone: column.moment.milestone, at: column.moment.at, shows: index === 0 ? 'codes' : 'themes', buckets: index === 0 ? [] : bucketsOf(column, twice ? index - 1 : index, bands) })),
    bands: twice ? bands.map((band) => ({ ...band, places: [band.places[0] ?? null, ...band.places] })) : bands,
  };
}

const hasThemes = (column: Column): boolean => [...column.codes.values()].some((code) => code.status === 'active' && code.themeId !== null);

/** The analysis and those that were merged into it, directly or in steps. */
function family(analysisId: number, moments: readonly Moment[]): ReadonlySet<number> {
  const into = new Map(moments.flatMap(({ structure }) => structure.analyses.map((analysis) => [analysis.id, analysis.mergedInto] as const)));
  const endsHere = (id: number | null | undefined, steps = 0): boolean => id === analysisId || (id != null && steps < 100 && endsHere(into.get(id), steps + 1));
  return new Set([...into.keys()].filter((id) => endsHere(id)));
}

function columnOf(moment: Moment, analyses: ReadonlySet<number>): Column {
  const { structure } = moment;
  const codes = new Map(structure.codes.filter((code) => analyses.has(code.analysisId)).map((code) => [code.id, code]));
  const codings = new Map<number, CodingRow[]>();
  for (const coding of structure.codings) {
    if (!codes.has(coding.codeId)) continue;
    const origin = coding.fromCodeId ?? coding.codeId;
    const found = codings.get(origin);
    if (found) found.push(coding);
    else codings.set(origin, [coding]);
  }
  const buckets: Column['buckets'] = new Map();
  const themeOf = new Map<number, string>();
  for (const id of analyses) {
    for (const node of flatten(treeOf(structure, id))) {
      if (node.type !== 'theme' || node.kind === 'sub-theme') continue;
      const key = `theme ${node.id}`;
      buckets.set(key, { name: node.name, kind: node.kind, order: buckets.size });
      for (const codeId of ownCodes(node)) themeOf.set(codeId, key);
    }
  }
  for (const [kind, name] of trays) buckets.set(kind, { name, kind, order: buckets.size });
  return { moment, codes, codings, buckets, bucketOf: (code) => (code.status === 'set-aside' ? 'set-aside' : (themeOf.get(code.id) ?? code.tray)) };
}

const trays: [BucketKind, string][] = [['unplaced', 'Not yet placed'], ['miscellaneous', 'Miscellaneous'], ['set-aside', 'Set aside']];

/** Codes of a theme and its sub-themes; those of themes below a heading belong to those themes. */
const ownCodes = (node: ThemeNode): number[] => node.children.flatMap((child) => (child.type === 'code' ? [child.id] : child.kind === 'sub-theme' ? ownCodes(child) : []));

function placeOf(codeId: number, column: Column): DevelopmentPlace | null {
  const own = column.codes.get(codeId);
  if (!own) return null;
  let code = own;
  for (let steps = 0; code.status === 'merged' && code.mergedInto !== null && steps < 100; steps++) {
    const next = column.codes.get(code.mergedInto);
    if (!next) break;
    code = next;
  }
  const { extracts, participants } = countCodings(column.codings.get(codeId) ?? []);
  return { bucket: column.bucketOf(code), extracts, participants, codeId: code.id, codeName: code.name, merged: code.id !== codeId, reason: own.reason };
}

function bucketsOf(column: Column, index: number, bands: readonly DevelopmentBand[]): DevelopmentBucket[] {
  const found = new Map<string, { codes: Set<number>; origins: Set<number> }>();
  for (const band of bands) {
    const place = band.places[index];
    if (!place) continue;
    const bucket = found.get(place.bucket) ?? { codes: new Set(), origins: new Set() };
    bucket.codes.add(place.codeId);
    bucket.origins.add(band.codeId);
    found.set(place.bucket, bucket);
  }
  return [...found].map(([key, { codes, origins }]) => {
    const about = column.buckets.get(key);
    const { extracts, participants } = countCodings([...origins].flatMap((id) => column.codings.get(id) ?? []));
    return { key, name: about?.name ?? key, kind: about?.kind ?? ('unplaced' as BucketKind), order: about?.order ?? 0, codes: codes.size, extracts, participants };
  }).sort((a, b) => a.order - b.order).map(({ order: _order, ...bucket }) => bucket);
}

/** The present is left out where it shows exactly what the last milestone shows. */
function withoutRepetition(columns: Column[]): Column[] {
  const [before, last] = columns.slice(-2);
  if (!before || !last || last.moment.milestone !== null || columns.length < 2) return columns;
  const picture = (column: Column) => JSON.stringify([...column.codes.values()].map((code) => [code.id, code.name, code.mergedInto, column.buckets.get(column.bucketOf(code))?.name, column.codings.get(code.id)?.length ?? 0]).sort());
  return picture(before) === picture(last) ? columns.slice(0, -1) : columns;
}
