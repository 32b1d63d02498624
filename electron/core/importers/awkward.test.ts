import { expect, test } from 'vitest';
import { readCsv } from './text/csv.ts';
import { inspect, textFile } from './testing.ts';

/** Tables of text that other programs read wrong: what is in the file, and the rows that it holds. */
test.each<[string, string, string[][]]>([
  [
    'a line break in a quoted cell of a file with CRLF',
    'a,b\r\n1,"x\ny"\r\n2,z\r\n',
    [
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'z'],
    ],
  ],
  [
    'a CRLF in a quoted cell',
    'a,b\r\n1,"x\r\ny"\r\n2,z\r\n',
    [
      ['a', 'b'],
      ['1', 'x\r\ny'],
      ['2', 'z'],
    ],
  ],
  [
    'text after a closing quotation mark',
    'a,b\n1,"x"y\n2,z\n',
    [
      ['a', 'b'],
      ['1', '"x"y'],
      ['2', 'z'],
    ],
  ],
  [
    'a lone quotation mark',
    'a,b\n1,a 5" pipe\n2,z\n',
    [
      ['a', 'b'],
      ['1', 'a 5" pipe'],
      ['2', 'z'],
    ],
  ],
  [
    'a blank before a quotation mark',
    'a,b\n1, "x"\n2,z\n',
    [
      ['a', 'b'],
      ['1', ' "x"'],
      ['2', 'z'],
    ],
  ],
  [
    'a mark before a quoted header',
    '\ufeff"a, or b",c\n1,2\n',
    [
      ['a, or b', 'c'],
      ['1', '2'],
    ],
  ],
  [
    'a lone CR in a cell',
    'a,b\n1,"x\ry"\n2,z\n',
    [
      ['a', 'b'],
      ['1', 'x\ry'],
      ['2', 'z'],
    ],
  ],
  [
    'line ends of both kinds',
    'a,b\r\n1,x\n2,y\r\n3,z\n',
    [
      ['a', 'b'],
      ['1', 'x'],
      ['2', 'y'],
      ['3', 'z'],
    ],
  ],
  [
    'answers that look like formulas',
    'a,b\n1,=1+1\n2,- tea\n3,@home\n4,+ books\n',
    [
      ['a', 'b'],
      ['1', '=1+1'],
      ['2', '- tea'],
      ['3', '@home'],
      ['4', '+ books'],
    ],
  ],
  [
    'semicolons and decimal commas',
    'a;b;c\n1;2,5;x\n2;3,75;y\n',
    [
      ['a', 'b', 'c'],
      ['1', '2,5', 'x'],
      ['2', '3,75', 'y'],
    ],
  ],
  [
    'ids that look like numbers',
    'a,b\n123456e078,1.20\n0123456789,06511\n',
    [
      ['a', 'b'],
      ['123456e078', '1.20'],
      ['0123456789', '06511'],
    ],
  ],
  [
    'bars',
    'a|b\n1|x, y\n2|z\n',
    [
      ['a', 'b'],
      ['1', 'x, y'],
      ['2', 'z'],
    ],
  ],
  [
    'a separator at the end of every line',
    'a,b,\n1,x,\n2,y,\n',
    [
      ['a', 'b', ''],
      ['1', 'x', ''],
      ['2', 'y', ''],
    ],
  ],
])('%s', (_, text, rows) => {
  expect(readCsv({ fileName: 'survey.csv', bytes: Buffer.from(text, 'utf8') }, {}).rows).toEqual(rows);
});

test('columns without a name and without content go, those with content stay', async () => {
  const found = await inspect(textFile('ID,What helped you?,,\n1,My sister helped me,,x\n2,The library was open,,\n'));
  expect(found.columns.map(({ name }) => name)).toEqual(['ID', 'What helped you?', 'Column 4']);
});
