import { expect, test } from 'vitest';
import type { Answer } from '../../../shared/contract/survey.ts';
import { textAcross } from './copy-across.ts';

const answers = ['The kettle is on.', 'No', 'Cake, and company.'].map((text, index) => ({ itemId: index + 1, participantId: index + 1, questionId: 1, text }) as Answer);
const across = (from: [number, number], to: [number, number]) => textAcross(answers, { itemId: from[0], offset: from[1] }, { itemId: to[0], offset: to[1] }, (answer) => `P${answer.participantId}`);

test('takes what stands between two places, each answer under its name, whichever way the mouse went', () => {
  expect(across([1, 4], [3, 4])).toBe('P1\nkettle is on.\n\nP2\nNo\n\nP3\nCake');
  expect(across([3, 4], [1, 4])).toBe(across([1, 4], [3, 4]));
  expect(across([1, 4], [9, 0])).toBe('');
});
