const letter = /\p{L}/u;
const latin = /\p{Script=Latin}/u;

/**
 * How well the special characters of a text stand where such characters stand in words; higher is better. A letter or an
 * apostrophe inside a word counts for a reading; private-use and control characters, foreign scripts inside Latin words and
 * capitals inside words count against it.
 */
export function plausibility(text: string): number {
  const characters = Array.from(text);
  let score = 0;
  characters.forEach((character, at) => {
    if (character <= '\x7f') return;
    score += fitOf(character, characters[at - 1] ?? ' ', characters[at + 1] ?? ' ');
  });
  return score;
}

function fitOf(character: string, before: string, after: string): number {
  if (/[\u0080-\u009f\ufffd\ue000-\uf8ff]/.test(character)) return -3;
  const afterLetter = letter.test(before);
  const beforeLetter = letter.test(after);
  if (letter.test(character)) {
    const neighbours = [before, after].filter((each) => letter.test(each));
    if (neighbours.some((each) => latin.test(each) !== latin.test(character))) return -2;
    if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) return -2;
    return neighbours.length;
  }
  if (character === '’') return afterLetter ? 2 : 0;
  if (/[“‘«„]/.test(character)) return beforeLetter && !afterLetter ? 1 : -1;
  if (/[”»]/.test(character)) return beforeLetter ? -1 : 1;
  if (/[–—…]/.test(character)) return afterLetter && beforeLetter ? 0 : 1;
  if (/[€£¥]/.test(character)) return /\d/.test(after) || /\d/.test(before) ? 1 : 0;
  if (character === '\u00a0') return 0;
  return afterLetter && beforeLetter ? -1 : 0;
}
