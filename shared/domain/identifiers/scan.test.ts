import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeCharacters } from '../text-range.ts';
import { answers, harmless } from './answers.ts';
import { labelled, unseen } from './labelled.ts';
import { first, second, third } from './later.ts';
import { scan } from './scan.ts';
import { scanAgain, wordsToMeetAgain } from './again.ts';
import { type Found, type IdentifierKind, identifierKinds } from './types.ts';

/** `may`: opinions differ, so it is neither asked for nor too much. */
interface Wanted { kind: IdentifierKind | 'may'; start: number; end: number }

/** A labelled sentence as its text and the places that should be found. */
function read(sentence: string): { text: string; wanted: Wanted[] } {
  const wanted: Wanted[] = [];
  let text = '';
  for (const part of sentence.split(/(\{\w+\|[^}]*\})/u)) {
    const label = /^\{(\w+)\|(.*)\}$/u.exec(part);
    if (label) wanted.push({ kind: label[1] as Wanted['kind'], start: text.length, end: text.length + (label[2]?.length ?? 0) });
    text += label?.[2] ?? part;
  }
  return { text, wanted };
}

/** A find does its work when masking it leaves nothing of the identifier but a title, a number or a small word. */
const covers = (find: Found, wanted: Wanted) => Math.min(find.end, wanted.end) - Math.max(find.start, wanted.start) >= (wanted.end - wanted.start) * 0.6;

/** Counts and prints what is found among labelled sentences, what is missed, and what is found too many. */
function measured(which: string, sentences: readonly string[]) {
  const missed: string[] = [];
  const extra: string[] = [];
  const otherKind: string[] = [];
  const byKind = new Map(identifierKinds.map(({ kind, plural }) => [kind, { plural, all: 0, found: 0, tooMany: 0 }]));
  const add = (kind: IdentifierKind | 'may', what: 'all' | 'found' | 'tooMany') => {
    const row = kind === 'may' ? undefined : byKind.get(kind);
    if (row) row[what]++;
  };
  let all = 0;
  for (const { text, wanted: marked } of sentences.map(read)) {
    const finds = scan(text);
    const wanted = marked.filter((each) => each.kind !== 'may');
    all += wanted.length;
    for (const each of wanted) {
      const hit = finds.find((find) => covers(find, each));
      add(each.kind, 'all');
      if (hit) add(each.kind, 'found');
      if (!hit) missed.push(`${text.slice(each.start, each.end)} (${each.kind})`);
      else if (hit.kind !== each.kind) otherKind.push(`${text.slice(each.start, each.end)}: ${each.kind}, told as ${hit.kind}`);
    }
    for (const find of finds) {
      if (marked.some((each) => find.start < each.end && find.end > each.start)) continue;
      add(find.kind, 'tooMany');
      extra.push(`${text.slice(find.start, find.end)} (${find.kind}, ${find.confidence})`);
    }
  }
  const found = all - missed.length;
  process.stdout.write(`\nIdentifiers in ${sentences.length} invented sentences ${which}: ${found} of ${all} found; ${extra.length} finds too many; ${otherKind.length} of another kind.\n${[...missed.map((each) => `  missed: ${each}`), ...extra.map((each) => `  too many: ${each}`), ...otherKind.map((each) => `  kind: ${each}`)].join('\n')}\n`);
  const rows = [...byKind.values(), { plural: 'All of them', all, found, tooMany: extra.length }].filter((row) => row.all + row.tooMany > 0);
  process.stdout.write(`${rows.map((row) => `  ${row.plural.padEnd(30)}${`${row.found} of ${row.all}`.padStart(12)} found${String(row.tooMany).padStart(6)} too many\n`).join('')}`);
  return { sentences: sentences.length, all, found, extra: extra.length, otherKind: otherKind.length };
}

describe('the scan for identifiers', () => {
  it('finds most of what a careful reader would mask, and rarely more', () => {
    const { sentences, all, found, extra, otherKind } = measured('which the scanners were made with', labelled);
    expect(sentences).toBeGreaterThanOrEqual(60);
    expect(found / all).toBeGreaterThan(0.93);
    expect(found / (found + extra)).toBeGreaterThan(0.93);
    expect(otherKind / all).toBeLessThan(0.1);
  });

  it('does less well on sentences that it was not made with, which is what the screen promises', () => {
    const { all, found, extra } = measured('which they have not seen', unseen);
    expect(found / all).toBeGreaterThan(0.85);
    expect(found / (found + extra)).toBeGreaterThan(0.75);
  });

  // Written and split before the scanners were made better for two of each three. The same hand wrote the answers and, later, the list of given names,
  // so the recall of names is flattering even for the third kept aside: people's own answers will hold more that is missed.
  const aside = (_each: string, index: number) => index % 3 === 2;
  const seen = (each: string, index: number) => !aside(each, index);

  it('finds what students, patients, teachers and volunteers write, and lets everyday words be', () => {
    const { sentences, all, found, extra } = measured('as people write them, two of three', [...answers.filter(seen), ...harmless.filter(seen)]);
    expect(sentences).toBeGreaterThanOrEqual(120);
    expect(found / all).toBeGreaterThan(0.95);
    expect(found / (found + extra)).toBeGreaterThan(0.93);
  });

  it('does nearly as well on the third that was kept aside', () => {
    const { sentences, all, found, extra } = measured('as people write them, the third kept aside', [...answers.filter(aside), ...harmless.filter(aside)]);
    expect(sentences).toBeGreaterThanOrEqual(60);
    expect(found / all).toBeGreaterThan(0.8);
    expect(found / (found + extra)).toBeGreaterThan(0.8);
  });

  it.each([['the first', first], ['the second', second], ['the third', third]] as const)('finds most of %s set that was written later, in many languages', (which, sentences) => {
    const { all, found, extra } = measured(`written later, ${which} set`, sentences);
    expect(found / all).toBeGreaterThan(0.88);
    expect(found / (found + extra)).toBeGreaterThan(0.9);
  });

  it.each([
    ['Nach Monaten in Ruhe riecht es hier nach Holz, und in Zukunft auch.', []], ['In der Schule habe ich in Prüfungen Angst, und nach Feierabend bin ich müde.', []],
    ['Ich bin aus Ulm, und mein Bruder ist nach Oldenburg gezogen.', ['Ulm', 'Oldenburg']],
    ['En Juin c’est plus calme, et en Mai on ferme.', []], ['Soy de Ribadeo y estudio en Vigo.', ['Ribadeo', 'Vigo']], ['Moro em Setúbal e a chefe é a Dona Fátima.', ['Setúbal', 'Dona Fátima']],
    ['Abito a Bergamo, in Via Roma 12, e il capo si chiama Gianluca.', ['Bergamo', 'Via Roma', 'Gianluca']],
    ['I was diagnosed with Crohn’s and then with Hashimoto’s.', []], ['I grab a Nimbo and go, or a Brabbo or nothing.', []], ['I am a Barnsley lad, and a Quillet fan.', ['Barnsley', 'Quillet']],
    ['Unser Abteilungsleiter, Ortwin, nickt, weil mein Chef Angst hat.', ['Ortwin']], ['Nací el 3 de mayo de 1969.', ['3 de mayo de 1969']],
    ['They say it is Graves’ disease, and so did Dr Google.', []], ['Ask for me on ext. 4417, not in an extension of 3 weeks.', ['ext. 4417']], ['i did six years at hobsons bakery and two years at school', ['hobsons']],
    ['Es kamen wenige Leute, aber viele Fragen, und bei Regen keiner.', []], ['La mia famiglia e i miei amici, e anche la rosa.', []], ['Notice at Harbottle & Sons, then Brice and Partners.', ['Harbottle & Sons', 'Brice and Partners']], ['Ik ben er en ben blij.', []], ['we saw ben and mia there', ['ben', 'mia']], ['On Boxing Day the Infirmary was shut.', []],
    ['In Week One nobody knew where Freshers Week was, and in Semester Two nobody asked.', []], ['Supply work in Barlby and Selsby, then home.', ['Barlby', 'Selsby']],
    ['we live just off kingsmead road, at 14 juniper close', ['kingsmead road', '14 juniper close']], ['we crossed a busy road and a quiet street near the main road', []],
    ['Worked at hobsons, then at home.', ['hobsons']],
    ['Write to d.o’marl+study@mail.example.org or d.o\'marl@example.org, not ‘a@b.org’.', ['d.o’marl+study@mail.example.org', "d.o'marl@example.org", 'a@b.org']], ['Mine is d.o’marl (at) example dot org.', ['d.o’marl (at) example dot org']],
    ['She lay in New Saltmarsh Hospital, then in Great Marl Street Hospital.', ['New Saltmarsh Hospital', 'Great Marl Street Hospital']], ['Our New Hospital is big, and the new Marl Hospital is bigger.', ['Marl Hospital']], ['He was with Old Brackwater Ltd for years.', ['Old Brackwater Ltd']],
    ['My flat is 12b Juniper Court.', ['12b Juniper Court']], ['In 2019 Saltmarsh Hospital had 12 Larkhill School nurses.', ['Saltmarsh Hospital', 'Larkhill School']],
    ['ZOFIA MARLÉ was the only one.', ['ZOFIA MARLÉ']], ['I TOLD ZOFIA ANNA MARLÉ’S BOSS.', ['ZOFIA ANNA MARLÉ']], ['I TOLD ZOFIA ABOUT THE ROTA.', ['ZOFIA']],
  ])('%s', (text, words) => {
    expect(scan(text).map((find) => text.slice(find.start, find.end))).toEqual(words);
  });

  it('gives places inside the text, apart from each other, never cutting a character, the same each time', () => {
    const pieces = fc.oneof(fc.constantFrom('Anna', 'Dr Finch ', '07700 900123', 'a@b.org', '👩‍🔧', 'e\u0301', 'M13 9PL', ' born on 3 May 1984 ', ' in Nettlecombe', '. ', '\n', 'My colleague ', '@', 'O’', '\ud83d', ' Ltd'), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }));
    fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      const finds = scan(text);
      let last = 0;
      for (const find of finds) {
        expect(find.start).toBeGreaterThanOrEqual(last);
        expect(find.end).toBeGreaterThan(find.start);
        expect(find.end).toBeLessThanOrEqual(text.length);
        expect(wholeCharacters(text, find)).toEqual({ start: find.start, end: find.end });
        last = find.end;
      }
      expect(scan(text)).toEqual(finds);
      const kinds = identifierKinds.map((each) => each.kind).slice(0, 4);
      expect(scan(text, { kinds })).toEqual(finds.filter((find) => kinds.includes(find.kind)));
    }), { numRuns: 400 });
  });

  it('leaves out what is masked already', () => {
    const text = 'Ring 07700 900123 or a@b.org';
    expect(scan(text).map((find) => find.kind)).toEqual(['phone', 'email']);
    expect(scan(text, { masked: [{ start: 5, end: 17 }] }).map((find) => find.kind)).toEqual(['email']);
  });

  it('takes an awkward text in bounded time, and finds across long ones', () => {
    // Time of this process alone: the machine may be busy with other things.
    const started = process.cpuUsage().user;
    const awkward = ['A', 'Aa ', 'Aa-', '1 ', '1', '@', 'a@', 'a.', '\u0301', 'A\u0301', 'my colleague ', 'St ', '+', '(at) ', 'of the ', 'Aa’', '1-', 'J.', 'J. ', 'a’', 'dr ', 'Dr van der ', 'my ', ' at a.', 'a at b dot ', 'insta ', 'born on 3 ', 'in LS6 ', 'I live in ', 'thanks ', 'aa hospital ', 'st '];
    for (const each of awkward) scan(`A${each.repeat(Math.ceil(200_000 / each.length))}`);
    expect((process.cpuUsage().user - started) / 1_000).toBeLessThan(10_000);
    const long = `${'word '.repeat(20_000)}Ring 07700 900123 now. ${'word '.repeat(9_000)}My colleague Annegret Vogt.`;
    expect(scan(long).map((find) => long.slice(find.start, find.end))).toEqual(['07700 900123', 'Annegret Vogt']);
  }, 60_000);

  it('meets a name again without its accents, with them, and with another apostrophe', () => {
    const again = (name: string, text: string) => scanAgain(text, new Set(wordsToMeetAgain({ kind: 'name', confidence: 3 }, name))).map(({ start, end }) => text.slice(start, end));
    expect(again('Żaneta Marlé', 'zaneta knows Marle\u0301’s shop')).toEqual(['zaneta', 'Marle\u0301']);
    expect(again('Zaneta', 'Żaneta came')).toEqual(['Żaneta']);
    expect(again('O’Brannigan', "o'brannigan said so")).toEqual(["o'brannigan"]);
  });
});
