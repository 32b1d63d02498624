import { expect, test } from 'vitest';
import { documentName } from './document-place.ts';

test('a part is named by its document and its heading; a document that begins with its own title names it once', () => {
  expect(documentName({ title: 'Handbook', heading: '' })).toBe('Handbook');
  expect(documentName({ title: 'Handbook', heading: 'Handbook' })).toBe('Handbook');
  expect(documentName({ title: 'Handbook', heading: 'Breaks' })).toBe('Handbook, Breaks');
  expect(documentName({ title: 'Handbook', heading: 'Handbook › Welcome' })).toBe('Handbook, Welcome');
  expect(documentName({ title: 'Handbook', heading: 'Handbooks › Welcome' })).toBe('Handbook, Handbooks › Welcome');
});
