// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { DevelopmentModel } from '../domain/development-model.ts';
import { developmentFigure } from './development-figure.ts';
import { dayOf, layoutDevelopment } from './development-layout.ts';
import { printPalette } from './palette.ts';

/** Codes spread over candidate and final themes; every seventh is set aside. */
function model(codes: number, themes: number): DevelopmentModel {
  const bucketOf = (index: number, count: number) => (index % 7 === 6 ? 'set-aside' : `theme ${index % count}`);
  const bands = Array.from({ length: codes }, (_, index) => ({
    codeId: index + 1, name: `Code & ${index}`, ink: 1, kind: 'semantic',
    places: [0, themes + 2, themes].map((count) => ({ bucket: count ? bucketOf(index, count) : 'unplaced', extracts: 1 + ((index * 5) % 17), participants: 1 + ((index * 3) % 11), codeId: index + 1, codeName: `Code & ${index}`, merged: false, reason: '' })),
  }));
  const column = (milestone: string | null, count: number) => ({
    milestone, at: milestone && '2026-05-02T08:00:00.000Z', shows: count ? 'themes' as const : 'codes' as const,
    buckets: count ? [...new Set(bands.map((_, index) => bucketOf(index, count)))].map((key) => ({ key, name: key === 'set-aside' ? 'Set aside' : `Theme <${key}>`, kind: key === 'set-aside' ? 'set-aside' as const : 'theme' as const, codes: 3, extracts: 9, participants: 7 })) : [],
  });
  return { analysisId: 1, analysisName: 'Staying', bands, columns: [column('Initial codes', 0), column('Candidate themes', themes + 2), column(null, themes)] };
}

describe('the development figure', () => {
  test('keeps buckets of one column apart and everything inside the picture', () => {
    for (const [codes, themes] of [[46, 4], [1, 1], [180, 12], [12, 9]] as const) {
      const drawing = layoutDevelopment(model(codes, themes));
      for (const column of [1, 2]) {
        const buckets = drawing.buckets.filter((bucket) => bucket.column === column).sort((a, b) => a.y - b.y);
        buckets.slice(1).forEach((bucket, index) => expect(bucket.y).toBeGreaterThanOrEqual((buckets[index]?.y ?? 0) + (buckets[index]?.height ?? 0) + 4));
      }
      for (const bucket of drawing.buckets) {
        expect(bucket.y).toBeGreaterThanOrEqual(30);
        expect(bucket.y + bucket.height).toBeLessThanOrEqual(drawing.height);
      }
    }
  });

  test('joins each code to its theme: bands fill their bucket exactly', () => {
    const built = model(46, 4);
    const drawing = layoutDevelopment(built);
    const bucket = drawing.buckets.find((each) => each.column === 2 && each.key === 'theme 0');
    const ends = drawing.bands.flatMap((band) => band.joins.filter((join) => join.from === 1).map((join) => Number(/ ([\d.]+)V([\d.]+)C/.exec(join.path)?.[2])));
    expect(bucket && ends.filter((end) => end > bucket.y && end <= bucket.y + bucket.height + 0.1).length).toBe(built.bands.filter((band) => band.places[2]?.bucket === 'theme 0').length);
  });

  test('keeps the names of codes apart from one another', () => {
    const labels = layoutDevelopment(model(120, 5)).bands.flatMap((band) => band.start?.labelY ?? []);
    labels.slice(1).forEach((y, index) => expect(y - (labels[index] ?? 0)).toBeGreaterThan(11));
  });

  test('is well-formed, deterministic and says what it shows', () => {
    const { svg } = developmentFigure(model(46, 4), printPalette, 'people');
    expect(svg).toBe(developmentFigure(model(46, 4), printPalette, 'people').svg);
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(document.querySelector('parsererror')).toBeNull();
    expect(document.querySelector('desc')?.textContent).toContain('46 codes');
    expect(document.documentElement.textContent).toContain('The width of a band shows its people. Hatched: set aside.');
    expect(svg).not.toMatch(/style=|class=|href/);
  });

  test('writes dates the same on every computer', () => {
    expect(dayOf('2026-04-26T23:30:00.000Z')).toBe('26 April');
    expect(dayOf(null)).toBe('');
  });
});
