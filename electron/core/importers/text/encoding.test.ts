import { expect, test } from 'vitest';
import { findEncoding } from './encoding.ts';
import { inspect } from '../testing.ts';

/** Characters to bytes, by decoding every sequence of one and two bytes: Node writes no encoding but Unicode ones. */
const tables = new Map<string, Map<string, number[]>>();
function encode(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  let table = tables.get(encoding);
  if (!table) {
    const decoder = new TextDecoder(encoding);
    const wide = /shift|euc|gb|big5/.test(encoding);
    table = new Map();
    for (let first = 0; first < 256; first++) {
      const one = decoder.decode(Uint8Array.of(first));
      if (one.length === 1 && one !== '\ufffd' && !table.has(one)) table.set(one, [first]);
      for (let second = 0x40; wide && first > 0x80 && second < 256; second++) {
        const two = decoder.decode(Uint8Array.of(first, second));
        if (Array.from(two).length === 1 && two !== '\ufffd' && !table.has(two)) table.set(two, [first, second]);
      }
    }
    tables.set(encoding, table);
  }
  return Buffer.from(
    Array.from(text, (character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }).flat(),
  );
}

const survey = (answers: readonly string[], separator = ','): string =>
  [`Participant${separator}What helped you?${separator}Role`, ...answers.map((answer, at) => `A${at + 1}${separator}${answer}${separator}Nurse`)].join('\r\n');

const french = [
  'Ma sœur m’a aidée à déménager',
  'Les élèves étaient là, très tôt',
  'Où étiez-vous ? Près du marché',
  'Ça dépend des journées, après l’été',
  'Le café d’à côté',
];
const german = [
  'Meine Schwester hörte zu – jede Woche',
  'Die Bücherei für größere Kinder',
  'Über die Straße zum Bäcker',
  'Schöne Grüße an alle Ärzte',
  'Die Küche war kühl',
];
const english = [
  'It didn’t help; that’s what I’d say',
  'She said “come in” – so I did',
  'They couldn’t have known…',
  'We’re fine, they’re not',
  'Don’t ask, I won’t tell',
];
const many = (answers: readonly string[]) => [...answers, ...answers.map((answer) => `${answer}, encore`)];

test.each([
  ['French', 'windows-1252', many(french)],
  ['French', 'macintosh', many(french)],
  ['German', 'windows-1252', german],
  ['German', 'macintosh', german],
  ['English with curly quotes', 'windows-1252', english],
  ['English with curly quotes', 'macintosh', english],
  [
    'Polish',
    'windows-1250',
    [
      'Siostra pomogła mi w przeprowadzce',
      'Biblioteka była otwarta przez cały tydzień',
      'Żadna z tych rzeczy nie pomogła',
      'Często chodzę na długie spacery',
      'Książki, herbata i ciąg dalszy',
    ],
  ],
  [
    'Russian',
    'windows-1251',
    [
      'Мне помогла сестра, она слушала меня',
      'Библиотека была открыта каждый день',
      'Ничего не помогло, честно говоря',
      'Я часто гуляю по городу',
      'Книги и чай',
    ],
  ],
  [
    'Russian',
    'koi8-r',
    [
      'Мне помогла сестра, она слушала меня',
      'Библиотека была открыта каждый день',
      'Ничего не помогло, честно говоря',
      'Я часто гуляю по городу',
      'Книги и чай',
    ],
  ],
  ['Greek', 'windows-1253', ['Η αδελφή μου με βοήθησε πολύ', 'Η βιβλιοθήκη ήταν ανοιχτή κάθε μέρα', 'Τίποτα δεν βοήθησε', 'Περπατώ συχνά στην πόλη']],
  [
    'Turkish',
    'windows-1254',
    [
      'Kız kardeşim bana çok yardım etti',
      'Kütüphane bütün hafta açıktı',
      'Hiçbir şey işe yaramadı, açıkçası',
      'Sık sık şehirde yürüyüşe çıkıyorum',
      'Güneşli bir gündü, ağaçların altında oturduk',
    ],
  ],
  ['Hebrew', 'windows-1255', ['אחותי עזרה לי מאוד', 'הספרייה הייתה פתוחה כל השבוע', 'שום דבר לא עזר לי', 'אני הולך הרבה בעיר']],
  ['Arabic', 'windows-1256', ['أختي ساعدتني كثيرا في الانتقال', 'كانت المكتبة مفتوحة كل يوم', 'لم يساعدني شيء', 'أمشي كثيرا في المدينة']],
  ['Thai', 'windows-874', ['พี่สาวของฉันช่วยฉันมาก', 'ห้องสมุดเปิดทุกวัน', 'ไม่มีอะไรช่วยได้', 'ฉันเดินเล่นในเมืองบ่อยๆ']],
  ['Japanese', 'shift_jis', ['姉がとても助けてくれました', '図書館は毎日開いていました', '何も役に立ちませんでした', 'よく町を散歩します']],
  ['Japanese', 'euc-jp', ['姉がとても助けてくれました', '図書館は毎日開いていました', '何も役に立ちませんでした', 'よく町を散歩します']],
  ['Chinese', 'gb18030', ['我姐姐帮了我很多忙', '图书馆每天都开门', '什么都没有帮助', '我经常在城里散步']],
  ['Chinese', 'big5', ['我姐姐幫了我很多忙', '圖書館每天都開門', '什麼都沒有幫助', '我經常在城裡散步']],
  ['Korean', 'euc-kr', ['언니가 많이 도와주었습니다', '도서관은 매일 열려 있었습니다', '아무것도 도움이 되지 않았습니다', '저는 시내를 자주 산책합니다']],
  ['French', 'utf-16le', french],
  ['French', 'utf-16be', french],
  ['Japanese', 'utf-8', ['姉がとても助けてくれました', '図書館は毎日開いていました']],
])('%s in %s, without any mark, among lines of plain ASCII', async (_, encoding, answers) => {
  const text = survey([...answers, ...Array.from({ length: 60 }, (__, at) => `Plain words number ${at} and nothing else`)]);
  const found = await inspect({ fileName: 'survey.csv', bytes: encode(text, encoding).toString('base64') });
  expect(found.encoding).toBe(encoding);
  expect(found.preview[0]?.cells[1]).toBe(answers[0]?.split(',')[0]);
  expect(found.evidence.encoding).not.toBe('');
  expect(found.evidence.specials.length).toBeGreaterThan(0);
});

test.each([
  ['one apostrophe', 'windows-1252', ['It didn’t help me much']],
  ['one apostrophe', 'macintosh', ['It didn’t help me much']],
  ['one dash and a café', 'windows-1252', ['The café – around the corner']],
  ['one dash and a café', 'macintosh', ['The café – around the corner']],
  ['quotation marks', 'macintosh', ['She said “yes” and left']],
  ['a pound sign', 'windows-1252', ['It cost £50 a month']],
  ['a name', 'windows-1252', ['My friend Zoë and I']],
])('a handful of special characters is judged by where they stand in words: %s in %s', async (_, encoding, answers) => {
  const found = await findEncoding(encode(survey([...answers, 'Plain words', 'More plain words']), encoding));
  expect(found).toMatchObject({ encoding, doubtful: true });
});

test('marks at the beginning decide', async () => {
  for (const [mark, encoding] of [
    ['\ufeff', 'utf-8'],
    ['\ufeff', 'utf-16le'],
    ['\ufeff', 'utf-16be'],
  ] as const) {
    const found = await inspect({ fileName: 'survey.csv', bytes: encode(mark + survey(french), encoding).toString('base64') });
    expect(found).toMatchObject({ encoding, evidence: { encoding: 'a mark at the beginning of the file says so' } });
    expect(found.columns[0]?.name).toBe('Participant');
  }
});

test('a UTF-8 file with a damaged character stays UTF-8', async () => {
  const bytes = Buffer.concat([encode(survey(many(french)), 'utf-8'), Buffer.from([0x0d, 0x0a, 0x41, 0x39, 0x2c, 0xe9, 0x20, 0x78, 0x2c, 0x79])]);
  const found = await inspect({ fileName: 'survey.csv', bytes: bytes.toString('base64') });
  expect(found.encoding).toBe('utf-8');
  expect(found.preview[0]?.cells[1]).toBe(french[0]);
  expect(found.warnings.join()).toContain('In 1 cell, characters were lost before the file came here');
});

test('another encoding can be chosen, and the file is read again from its bytes', async () => {
  const file = { fileName: 'survey.csv', bytes: encode(survey(french), 'macintosh').toString('base64') };
  const wrong = await inspect(file, { encoding: 'windows-1252' });
  expect(wrong.preview[0]?.cells[1]).not.toBe(french[0]);
  expect(wrong.evidence.encoding).toBe('chosen by you; the file itself looks like macintosh');
  const right = await inspect(file, { ...wrong, encoding: 'macintosh' });
  expect(right.preview[0]?.cells[1]).toBe(french[0]);
  expect(right.warnings.join()).toContain('its encoding is a guess');
  expect((await inspect(file, { encoding: 'latin1' })).encoding).toBe('windows-1252');
});

test('samples are whole words of one cell, each with other special characters', async () => {
  const found = await inspect({
    fileName: 'survey.csv',
    bytes: encode(survey(['The very long and winding road to my café', 'more café', 'naïve']), 'utf-8').toString('base64'),
  });
  expect(found.evidence.specials).toEqual(['winding road to my café', 'naïve']);
});
