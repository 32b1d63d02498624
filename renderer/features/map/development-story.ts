import { dayOf } from '../../../shared/charts/development-layout.ts';
import type { DevelopmentBand, DevelopmentModel } from '../../../shared/domain/development-model.ts';

export interface StoryStep { when: string; what: string }

/** What happened to a code, milestone by milestone; a moment at which nothing changed is left out. */
export function storyOf(model: DevelopmentModel, band: DevelopmentBand): StoryStep[] {
  const steps: StoryStep[] = [];
  band.places.forEach((place, index) => {
    const column = model.columns[index];
    const before = band.places.slice(0, index).findLast((each) => each !== null);
    if (!place || !column) return;
    const bucket = column.buckets.find((each) => each.key === place.bucket);
    const named = place.codeName !== (before?.codeName ?? band.name);
    const parts = [
      !before ? (index === 0 ? 'An initial code' : 'Made') : '',
      before && named ? (place.merged ? `merged into “${place.codeName}”` : `renamed to “${place.codeName}”`) : '',
      bucket && (!before || bucketName(model, band, index - 1) !== bucket.name) ? whereTo(bucket.key, bucket.name, place.reason) : '',
    ].filter(Boolean);
    if (parts.length) steps.push({ when: column.milestone === null ? 'Now' : dayOf(column.at), what: sentence(parts.join(', ')) });
  });
  return steps;
}

const whereTo = (key: string, name: string, reason: string): string =>
  key === 'set-aside' ? `set aside${reason ? `: ${reason}` : ''}` : key === 'miscellaneous' ? 'kept under miscellaneous' : key === 'unplaced' ? 'not yet placed' : `placed in “${name}”`;
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function bucketName(model: DevelopmentModel, band: DevelopmentBand, index: number): string | undefined {
  const place = band.places[index];
  return place ? model.columns[index]?.buckets.find((bucket) => bucket.key === place.bucket)?.name : undefined;
}
