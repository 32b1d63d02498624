import type { DevelopmentBucket, DevelopmentModel, DevelopmentPlace } from '../domain/development-model.ts';
import { shorten, textWidth } from './text-width.ts';

export type Measure = 'extracts' | 'people';
export type Fate = 'theme' | 'loose' | 'set-aside';

export interface DrawnBand {
  codeId: number; name: string;
  /** Ink of the theme it ends in, 1 to 12; bands that end outside any theme have none. */
  ink: number | null; fate: Fate;
  /** Joining bands between columns, as closed paths. */
  joins: { from: number; path: string }[];
  /** Its place in the column of codes, where it was there from the beginning. */
  start: { y: number; height: number; labelY: number; label: string } | null;
}
export interface DrawnBucket extends DevelopmentBucket { column: number; x: number; y: number; height: number; ink: number | null; last: boolean; lines: { name: string; detail: string; beside: boolean } }
export interface DrawnHeading { x: number; anchor: 'start' | 'end'; title: string; detail: string; size: number }
/** The development figure with all its geometry and no colours. Pixels from the upper left corner. */
export interface DevelopmentDrawing { width: number; height: number; headings: DrawnHeading[]; buckets: DrawnBucket[]; bands: DrawnBand[]; columnX: number[]; codeX: number }

export const bucketWidth = 9;
export const codeBarWidth = 4;
const topEdge = 36;
const codePitch = 12.6;
const bucketGap = 20;
/** From column to column, as much as fits; pixels. */
const gaps = { least: 236, most: 336 };
/** Room for the names of the last column, as much as they need between these; pixels. */
const labelRoom = { least: 190, most: 360 };
const codeSize = 11.5;

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** “26 April”; the date as stored (UTC), so that every computer prints the same figure. */
export const dayOf = (at: string | null): string => (at ? `${Number(at.slice(8, 10))} ${months[Number(at.slice(5, 7)) - 1] ?? ''}` : '');

const value = (place: DevelopmentPlace | null | undefined, measure: Measure): number => (place ? (measure === 'extracts' ? place.extracts : place.participants) : 0);

/** Columns from left to right, codes ordered by where they end up, so that bands cross as little as possible. `fit`: the width to keep to where that can be. */
export function layoutDevelopment(model: DevelopmentModel, measure: Measure = 'extracts', fit = 1_200): DevelopmentDrawing {
  const last = model.columns.length - 1;
  const order = (column: number, key: string | undefined) => { const found = model.columns[column]?.buckets.findIndex((bucket) => bucket.key === key) ?? -1; return found < 0 ? 999 : found; };
  const bands = model.bands.map((band) => ({ band, ends: band.places.findLastIndex((place) => place !== null) }))
    .sort((a, b) => {
      for (let column = last; column > 0; column--) {
        const difference = order(column, a.band.places[column]?.bucket) - order(column, b.band.places[column]?.bucket);
        if (difference) return difference;
      }
      return value(b.band.places[0], measure) - value(a.band.places[0], measure) || a.band.codeId - b.band.codeId;
    });
  const inks = inksOf(model);
  const biggest = Math.max(1, ...model.columns.map((_, column) => bands.reduce((sum, { band }) => sum + value(band.places[column], measure), 0)));
  const scale = Math.max(0.15, Math.min(9, Math.max(560, bands.length * 11) / biggest));
  const thick = (place: DevelopmentPlace | null | undefined) => (place ? Math.max(1.2, value(place, measure) * scale) : 0);

  const names = bands.flatMap(({ band }) => (band.places[0] ? [band.places[0].codeName] : []));
  const codeX = Math.ceil(Math.min(260, Math.max(80, ...names.map((name) => textWidth(name, codeSize, 600)))) + 12);
  const room = Math.ceil(Math.min(labelRoom.most, Math.max(labelRoom.least, ...(model.columns[last]?.buckets ?? []).map((bucket) => textWidth(bucket.name, 15, 600) + 34))));
  const gap = Math.min(gaps.most, Math.max(gaps.least, Math.floor((fit - codeX - bucketWidth - room) / Math.max(last, 1))));
  const columnX = model.columns.map((_, index) => codeX + index * gap);

  /** Top edge of each band in each column. */
  const tops = bands.map(() => model.columns.map(() => 0));
  const starts: DrawnBand['start'][] = [];
  let y = topEdge;
  bands.forEach(({ band, ends }, index) => {
    const before = bands[index - 1];
    if (before && before.band.places[before.ends]?.bucket !== band.places[ends]?.bucket) y += 6;
    const place = band.places[0];
    if (!place) return starts.push(null);
    const height = thick(place);
    const slot = Math.max(height, codePitch - 2);
    setAt(tops, index, 0, y + (slot - height) / 2);
    starts.push({ y: y + (slot - height) / 2, height, labelY: y + slot / 2 + 4, label: shorten(place.codeName, codeX - 12, codeSize, 600) });
    return (y += slot + 2);
  });
  let height = y;

  const buckets: DrawnBucket[] = [];
  for (let column = 1; column <= last; column++) {
    const drawn = placeBuckets(model, column, bands.map(({ band }) => band), tops, thick, height);
    const x = columnX[column] ?? 0;
    for (const { bucket, y: top, height: tall, members } of drawn) {
      let inner = top;
      for (const index of members) {
        setAt(tops, index, column, inner);
        inner += thick(bands[index]?.band.places[column]);
      }
      buckets.push({ ...bucket, column, x, y: top, height: tall, last: column === last, ink: column === last ? (inks.get(bucket.key) ?? null) : null, lines: linesOf(bucket, tall, column === last, column === last ? room : gap - 74) });
      height = Math.max(height, top + Math.max(tall, 24));
    }
  }
  const drawnBands = bands.map(({ band, ends }, index): DrawnBand => {
    const end = band.places[ends];
    const ink = inks.get(ends === last && end ? end.bucket : '') ?? null;
    const fate: Fate = end?.bucket === 'set-aside' ? 'set-aside' : ink ? 'theme' : 'loose';
    const joins = model.columns.slice(1).flatMap((_, from) => {
      const [a, b] = [band.places[from], band.places[from + 1]];
      if (!a || !b) return [];
      const [x0, x1] = [(columnX[from] ?? 0) + (from === 0 ? 0 : bucketWidth), columnX[from + 1] ?? 0];
      return [{ from, path: joinPath(x0, tops[index]?.[from] ?? 0, thick(a), x1, tops[index]?.[from + 1] ?? 0, thick(b)) }];
    });
    return { codeId: band.codeId, name: band.name, ink, fate, joins, start: starts[index] ?? null };
  });
  return { width: Math.ceil((columnX[last] ?? codeX) + bucketWidth + room), height: Math.ceil(height + 24), headings: headings(model, columnX, gap, room), buckets, bands: drawnBands, columnX, codeX };
}

function setAt(table: number[][], row: number, column: number, to: number): void {
  const found = table[row];
  if (found) found[column] = to;
}

/** Final themes take the inks in their order. */
function inksOf(model: DevelopmentModel): Map<string, number> {
  const themes = (model.columns.at(-1)?.buckets ?? []).filter((bucket) => bucket.key.startsWith('theme '));
  const order = [1, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  return new Map(themes.map((bucket, index) => [bucket.key, order[index % 12] ?? 1]));
}

type Bands = DevelopmentModel['bands'];
interface PlacedBucket { bucket: DevelopmentBucket; y: number; height: number; members: number[] }

/** Each bucket near the middle of the bands that lead to it, pushed down and back up until none overlap. */
function placeBuckets(model: DevelopmentModel, column: number, bands: Bands, tops: number[][], thick: (place: DevelopmentPlace | null | undefined) => number, height: number): PlacedBucket[] {
  const found = (model.columns[column]?.buckets ?? []).map((bucket) => {
    const members = bands.flatMap((band, index) => (band.places[column]?.bucket === bucket.key ? [index] : []));
    const tall = Math.max(2, members.reduce((sum, index) => sum + thick(bands[index]?.places[column]), 0));
    const centres = members.flatMap((index) => (bands[index]?.places[column - 1] ? [(tops[index]?.[column - 1] ?? 0) + thick(bands[index]?.places[column - 1]) / 2] : []));
    const wanted = centres.length ? centres.reduce((sum, centre) => sum + centre, 0) / centres.length - tall / 2 : height;
    return { bucket, members, height: tall, wanted, y: wanted, first: Math.min(...members) };
  });
  // The last column keeps the researcher's order, by which the codes are sorted too; the others follow the bands.
  if (column < model.columns.length - 1) found.sort((a, b) => a.wanted + a.height / 2 - (b.wanted + b.height / 2) || a.first - b.first);
  const room = (bucket: { height: number }) => Math.max(bucket.height, 16);
  let edge = topEdge;
  for (const bucket of found) {
    bucket.y = Math.max(bucket.wanted, edge);
    edge = bucket.y + room(bucket) + bucketGap;
  }
  let limit = Math.max(height, topEdge + found.reduce((sum, bucket) => sum + room(bucket) + bucketGap, -bucketGap));
  for (const bucket of found.toReversed()) {
    bucket.y = Math.min(bucket.y, limit - room(bucket));
    limit = bucket.y - bucketGap;
  }
  return found;
}

const people = (count: number): string => `${count} ${count === 1 ? 'person' : 'people'}`;
const codes = (count: number): string => `${count} ${count === 1 ? 'code' : 'codes'}`;

/** A low bucket has one line of text, a tall one two. */
function linesOf(bucket: DevelopmentBucket, height: number, last: boolean, width: number): DrawnBucket['lines'] {
  const beside = height < 28;
  const detail = bucket.kind === 'set-aside' ? `${codes(bucket.codes)}, with ${bucket.codes === 1 ? 'a reason' : 'reasons'}` : beside && !last ? codes(bucket.codes) : `${codes(bucket.codes)}, ${people(bucket.participants)}`;
  const room = beside ? width - 26 - textWidth(detail, 12) : width - 30;
  return { name: shorten(bucket.name, room, last ? 15 : 13, 600), detail, beside };
}

function headings(model: DevelopmentModel, columnX: readonly number[], gap: number, lastRoom: number): DrawnHeading[] {
  return model.columns.map((column, index) => {
    const count = index === 0 ? model.bands.filter((band) => band.places[0]).length : column.buckets.filter((bucket) => bucket.key.startsWith('theme ')).length;
    const noun = index === 0 ? codes(count) : `${count} ${count === 1 ? 'theme' : 'themes'}`;
    const size = 13;
    const name = column.milestone ?? 'Now';
    const x = columnX[index] ?? 0;
    const full = [noun, column.milestone === null ? '' : dayOf(column.at)].filter(Boolean).join(', ');
    const room = index === 0 ? x + gap - 30 : index === columnX.length - 1 ? lastRoom : gap - 16;
    // The name matters more than the date.
    const detail = textWidth(name, size, 600) + textWidth(full, 12) + 8 < room ? full : noun;
    // Over the codes it ends where their bars are, or begins at the left edge where it is too long for that.
    const anchor = index === 0 && textWidth(name, size, 600) + textWidth(detail, 12) + 8 < x ? 'end' : 'start';
    return { x: index === 0 && anchor === 'start' ? 0 : x, anchor, title: shorten(name, room - textWidth(detail, 12) - 8, size, 600), detail, size };
  });
}

const round = (n: number): string => String(Math.round(n * 10) / 10);
function joinPath(x0: number, y0: number, h0: number, x1: number, y1: number, h1: number): string {
  const middle = round((x0 + x1) / 2);
  return `M${round(x0)} ${round(y0)}C${middle} ${round(y0)} ${middle} ${round(y1)} ${round(x1)} ${round(y1)}V${round(y1 + h1)}C${middle} ${round(y1 + h1)} ${middle} ${round(y0 + h0)} ${round(x0)} ${round(y0 + h0)}Z`;
}
