import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, describe, expect, it } from 'vitest';
import type { TempProject } from '../../../fixtures/testing.ts';
import { fileOf, surveyCsv, tempProject } from '../../../fixtures/testing.ts';
import { code, made, smallStudy, zipEntry } from './testing.ts';

let project: TempProject | undefined;
afterEach(() => { project?.close(); project = undefined; });

/** Tables of a Word file as rows of cell texts. */
async function tablesOf(docx: Buffer): Promise<string[][][]> {
  const { value: html } = await mammoth.convertToHtml({ buffer: docx });
  const plain = (text: string) => text.replace(/<br \/>/g, '⏎').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table]) =>
    [...(table ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) => [...(row ?? '').matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) => plain(cell ?? ''))));
}
const error = async (study: TempProject, input: Parameters<typeof study.core.call<'export.make'>>[1]) => {
  const result = await study.core.call('export.make', input);
  return result.ok ? null : result.error;
};

describe('the export menu', () => {
  it('offers each format with settings, and every default is one of the choices', async () => {
    project = await smallStudy();
    const formats = await project.ask('export.formats', {});
    expect(formats.map((format) => format.format)).toEqual(['appendix', 'theme-table', 'codebook', 'participants', 'map', 'development', 'diary', 'codings']);
    for (const setting of formats.flatMap((format) => format.settings)) if (setting.kind === 'choice') expect(setting.choices?.map((choice) => choice.value)).toContain(setting.default);
  });

  it('refuses an unknown format, ending, setting or value with a sentence that lists what there is', async () => {
    project = await smallStudy();
    expect((await error(project, { format: 'pdf' }))?.message).toBe('There is no export “pdf”. There are: appendix, theme-table, codebook, participants, map, development, diary, codings.');
    expect((await error(project, { format: 'codebook', ending: 'odt' }))?.message).toBe('“Codebook” can be written as .docx or .csv, not as .odt.');
    expect((await error(project, { format: 'theme-table', settings: { colour: 'red' } }))?.message).toBe('This export has no setting “colour”. It has: title, rows, quotes, ids, denominator.');
    expect((await error(project, { format: 'theme-table', settings: { quotes: '9' } }))?.message).toBe('The setting “quotes” cannot be “9”. It can be: 1 (1), 2 (2), 3 (3).');
    expect((await error(project, { format: 'codings', settings: { guard: 'maybe' } }))?.message).toBe('The setting “guard” is yes or no, not “maybe”.');
    expect(await error(project, { format: 'theme-table', settings: { rows: 'Down to the codes' } })).toBeNull();
  });

  it('makes a file with a name, also in a project with nothing in it', async () => {
    project = tempProject('What: “a/b” *study*?');
    for (const { format, endings } of await project.ask('export.formats', {})) {
      for (const ending of endings) {
        const result = await project.core.call('export.make', { format, ending });
        if (!result.ok) expect([format, result.error.kind]).toEqual([format, expect.stringMatching(/refused|missing/)]);
        else expect(result.value.fileName).toBe(`What “a b” study, ${format.replace('-', ' ')}.${ending}`);
      }
    }
  });

  it('gives a file a name that every system takes', async () => {
    project = tempProject(`${'x'.repeat(59)}🙂 and more`);
    expect((await project.ask('export.make', { format: 'codebook' })).fileName).toMatch(/^x{59}(🙂( and more)?)?, codebook\.docx$/u);
  });

  it('keeps characters that XML cannot hold out of every part of a Word file', async () => {
    project = await smallStudy();
    const [analysis] = await project.ask('analysis.list', {});
    await project.ask('analysis.update', { id: analysis?.id ?? 0, name: 'Odd \u0001\ufffe name' });
    for (const format of ['appendix', 'theme-table', 'codebook', 'participants', 'diary']) {
      const docx = await made(project, format, { title: 'A\u0001\u0008\ufffe title', ...(format === 'appendix' ? { maps: 'yes' } : {}) });
      expect(zipEntry(docx, 'docProps/core.xml')).toContain('A title');
      for (const part of ['docProps/core.xml', 'word/document.xml']) expect(zipEntry(docx, part)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }
  });

  it('previews the document that it makes', async () => {
    project = await smallStudy();
    for (const { format, preview } of await project.ask('export.formats', {})) {
      if (preview) expect((await project.ask('export.preview', { format })).blocks.length).toBeGreaterThan(0);
      else expect((await project.core.call('export.preview', { format })).ok).toBe(false);
    }
  });
});

describe('the table of themes', () => {
  it('gives each row its people as k of n, and quotes different people', async () => {
    project = await smallStudy();
    const docx = await made(project, 'theme-table', { rows: 'codes' });
    expect((await tablesOf(docx))[0]).toEqual([
      ['Theme', 'Sub-theme or code', 'Example quote', 'Participants'],
      ['FOR', '3 of 4'],
      ['Company', '', '', '2 of 4'],
      ['', 'Warmth', '“cake [homemade] & tea” [Q1-08]', '2 of 4'],
      ['', 'Being known', '“People know my name.” [P1]', '1 of 4'],
      ['Others', '', '', '1 of 4'],
      ['', 'Company', '“- company - cake” [Q1-08]', '1 of 4'],
      ['', 'Alone', '“I like 👩‍🔧 people who mend <things> "properly"” [P3]', '1 of 4'],
      ['Out of the house', '', '“It gets me out of the house” [P4]', '1 of 4'],
    ]);
    const { value: text } = await mammoth.extractRawText({ buffer: docx });
    expect(text).toContain('the rows below a theme do not add up to its number');
    expect((await tablesOf(await made(project, 'theme-table')))[0]?.map((row) => row[0])).toEqual(['Theme', 'FOR', 'Company', 'Others', 'Out of the house']);
  });

  it('is a table in APA style: three rules, a header that repeats, rows that stay together', async () => {
    project = await smallStudy();
    const xml = zipEntry(await made(project, 'theme-table'), 'word/document.xml');
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    const rules = (row: string | undefined) => ['top', 'bottom', 'left', 'right'].map((side) => new RegExp(`<w:${side} w:val="single"`).test(row ?? ''));
    expect(rows.map(rules)).toEqual([[true, true, false, false], ...rows.slice(2).map(() => [false, false, false, false]), [false, true, false, false]]);
    expect(rows[0]).toContain('<w:tblHeader/>');
    for (const row of rows) expect(row).toContain('<w:cantSplit/>');
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
    expect(xml).not.toContain('w:fill');
  });
});

describe('the codebook', () => {
  it('lists codes by theme, trays next, removed ones last with their reason', async () => {
    project = await smallStudy();
    const [analysis] = await project.ask('analysis.list', {});
    const codes = await project.ask('code.list', { analysisId: analysis?.id ?? 0 });
    const id = (name: string) => codes.find((each) => each.name === name)?.id ?? 0;
    await project.ask('code.update', { id: id('Warmth'), definition: 'Tea, fire, welcome.', kind: 'semantic' });
    await project.ask('code.place', { ids: [id('Alone')], to: { tray: 'miscellaneous' } });
    await project.ask('code.setAside', { ids: [id('Being known')], reason: 'Too close to Warmth.' });
    const [table] = await tablesOf(await made(project, 'codebook'));
    expect(table?.map((row) => row.join('|'))).toEqual([
      'Code|Kind|Description|Extracts|Participants|Status, reason', 'FOR › Company', 'Warmth|Semantic|Tea, fire, welcome.|2|2|', 'FOR › Others', 'Company|||1|1|', 'Out of the house', 'Out of the house|||1|1|',
      'Miscellaneous', 'Alone|||1|1|', 'Merged or set aside', 'Being known|||2|1|Set aside. Too close to Warmth.',
    ]);
    const csv = (await made(project, 'codebook', { removed: 'no' }, 'csv')).toString('utf8');
    expect(csv.split('\r\n').slice(0, 2)).toEqual(['\uFEFFanalysis,group,theme,code,kind,description,codings,extracts,participants,answered,status,reason,merged into', 'Keeping on,FOR,Company,Warmth,semantic,"Tea, fire, welcome.",2,2,2,4,active,,'.replace('Keeping on', analysis?.name.includes(',') ? `"${analysis.name}"` : (analysis?.name ?? ''))]);
    expect(csv).not.toContain('Being known');
  });
});

describe('participants', () => {
  it('counts categories in their own order, puts small ones together and says who did not answer', async () => {
    project = tempProject();
    const rows = [['18–24', 'Nurse'], ['25–34', 'Nurse'], ['25–34', 'Nurse'], ['18–24', 'Porter'], ['25–34', 'Cook'], ['25–34', '']];
    const text = surveyCsv(['Age', 'Role', 'What keeps you going through the week, in your own words?'], rows.map((row, index) => [...row, `Long enough an answer about what keeps me going, number ${index}, and some more words to make it free text.`]));
    const inspection = fileOf('survey.csv', text);
    const columns = ['participant', 'attribute', 'attribute', 'question'].map((role, index) => ({ index, name: ['ParticipantId', 'Age', 'Role', 'Why'][index] ?? '', role: role as 'participant' | 'attribute' | 'question' }));
    await project.ask('survey.import', { ...inspection, plan: { columns } });
    const [table] = await tablesOf(await made(project, 'participants', { smallest: '3' }));
    expect(table?.map((row) => row.join('|'))).toEqual(['Characteristic|n|%', 'Age', '18–24|2|33', '25–34|4|67', 'Role', 'Nurse|3|50', 'Other|2|33', 'Not answered|1|17']);
    expect((await made(project, 'participants', {}, 'csv')).toString('utf8')).toContain('Role,Porter,1,17\r\n');
  });
});

describe('codings', () => {
  it('guards cells that a spreadsheet would run, unless told not to', async () => {
    project = await smallStudy();
    await code(project, ['1,Q1-08,- cake,=SUM(A1),,']);
    const guarded = (await made(project, 'codings')).toString('utf8');
    expect(guarded.startsWith('\uFEFFquestion,question name,')).toBe(true);
    expect(guarded).toContain(",'- cake,10,16,'=SUM(A1),");
    expect((await made(project, 'codings', { guard: 'no' })).toString('utf8')).toContain(',- cake,10,16,=SUM(A1),');
  });

  it('writes Excel sheets with text as text and offsets as numbers', async () => {
    project = await smallStudy();
    await code(project, ['1,Q1-08,- cake,=SUM(A1),,']);
    const [sheet] = await readXlsxFile(await made(project, 'codings', {}, 'xlsx'));
    const rows = sheet?.data ?? [];
    expect(rows[0]?.slice(3, 9)).toEqual(['participant', 'shown as', 'extract', 'start', 'end', 'code']);
    expect(rows.find((row) => row[8] === '=SUM(A1)')?.slice(3, 8)).toEqual(['Q1-08', 'Q1-08', '- cake', 10, 16]);
  });
});

describe('the diary', () => {
  it('prints entries by date with the words they are about, and what a talk led to', async () => {
    project = await smallStudy();
    const [question] = await project.ask('survey.questions', {});
    const [item] = await project.ask('survey.answers', { questionId: question?.id ?? 0 });
    const { id } = await project.ask('diary.add', { trigger: 'assumption', text: 'I thought it was about tea.', context: 'Coding question 1', links: [{ kind: 'extract', id: item?.itemId ?? 0, start: 0, end: 17 }, { kind: 'question', id: question?.id ?? 0 }] });
    await project.ask('diary.discuss', { id, with: 'Dr Okafor', on: '2026-05-03', outcome: 'It is about being expected.' });
    await project.ask('diary.add', { trigger: 'other', text: 'Not for others.', inReport: false });
    const { value: text } = await mammoth.extractRawText({ buffer: await made(project, 'diary') });
    expect(text.split('\n').filter(Boolean)).toEqual([
      'Reflexive diary', '1 entry, written by researcher.', expect.stringMatching(/ · Assumption · Coding question 1$/), 'I thought it was about tea.', 'The kettle is on. [P1]', 'About the question “Keeping on”.',
      'Discussed with Dr Okafor on 3 May 2026: It is about being expected.',
    ]);
    expect((await mammoth.extractRawText({ buffer: await made(project, 'diary', { entries: 'all' }) })).value).toContain('Not for others.');
  });
});
