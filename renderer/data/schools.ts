import type { School } from '../../shared/domain/types.ts';

/** The kinds of thematic analysis that a project can declare, as they are shown. */
export const schools: readonly { school: School; label: string }[] = [
  { school: 'reflexive', label: 'Reflexive' },
  { school: 'codebook', label: 'With a codebook' },
  { school: 'reliability', label: 'Coding reliability' },
  { school: '', label: 'Not decided yet' },
];
