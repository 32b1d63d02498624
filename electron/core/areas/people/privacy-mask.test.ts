import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ask, fileOf, surveyCsv } from '../../../../fixtures/testing.ts';
import { filler } from '../../../../shared/domain/masks.ts';
import { openCore } from '../../core.ts';
import { project, answers, study, filesWith, open } from './privacy-for-tests.ts';

describe('masking', () => {
  it('finds a name however its apostrophe and its accents were typed, in answers and in own texts', async () => {
    const { ask: askIt, core } = project();
    await ask(core, 'survey.import', fileOf('names.csv', surveyCsv(['Why?'], [['Ask O’Brannigan about it, please, any day.'], ["It was o'brannigan who fixed my old lamp."], ['My sister Zoë Marlé knows him well.'], ['Nobody knows Zoe\u0308 Marle\u0301 but me.'], ['İbrahim came once, with a radio.']])));
    const found = async (words: string) => (await askIt('privacy.places', { words })).places.map(({ match }) => match);
    expect(await found("O'Brannigan")).toEqual(['O’Brannigan', "o'brannigan"]);
    expect(await found('Zoë Marlé')).toEqual(['Zoë Marlé', 'Zoe\u0308 Marle\u0301']);
    expect(await found('Zoe\u0308 Marle\u0301')).toEqual(['Zoë Marlé', 'Zoe\u0308 Marle\u0301']);
    expect(await found('İbrahim')).toEqual(['İbrahim']);
    await askIt('diary.add', { trigger: 'moved', text: "I know O'Brannigan and Zoe\u0308 Marle\u0301." });
    const { places } = await askIt('privacy.places', { words: 'O’Brannigan' });
    const others = await askIt('privacy.places', { words: 'Zoë Marlé' });
    await askIt('privacy.mask', { places: [...places.slice(0, 1).map(({ itemId, start, end }) => ({ itemId, start, end, label: 'name' })), ...others.places.slice(0, 1).map(({ itemId, start, end }) => ({ itemId, start, end, label: 'sister' }))], notes: true });
    expect((await askIt('diary.list', {}))[0]?.text).toBe('I know [name] and [sister].');
  });

  it('removes the words from the file, the log beside it and every table, and keeps codings, their offsets and undo', async () => {
    const { core, ask: askIt, folder, file, at, items, analysisId } = await study();
    const first = items[0];
    const text = first?.text ?? '';
    const early = await askIt('coding.add', { analysisId, ...at('works on Saltmarsh Ward'), codes: [{ name: 'Place of work' }] });
    await askIt('coding.add', { analysisId, ...at('My colleague Quillfeather works'), codes: [{ name: 'Colleagues' }] });
    await askIt('noticing.add', { ...at('Saltmarsh Ward'), text: 'Busy place.' });
    await askIt('milestone.create', { name: 'Step 1' });
    expect(filesWith(folder, 'Quillfeather').length).toBeGreaterThan(0);

    const places = await askIt('privacy.places', { words: 'saltmarsh  ward', limit: 100 });
    expect(places.places.map(({ shown, match }) => `${shown}: ${match}`)).toEqual(['P1: Saltmarsh Ward', 'P1: Saltmarsh ward', 'P3: SALTMARSH WARD']);
    expect((await askIt('privacy.places', { words: 'Kettle' })).places.map(({ shown, match }) => `${shown}: ${match}`)).toEqual(['P3: kettle', 'P3: kettle']);
    const names = await askIt('privacy.places', { words: 'Quillfeather' });
    const done = await askIt('privacy.mask', { places: [...places.places.map(({ itemId, start, end }) => ({ itemId, start, end, label: 'ward name' })), ...names.places.map(({ itemId, start, end }) => ({ itemId, start, end, label: '[name]' }))] });
    expect(done).toEqual({ masked: 5, answers: 4, texts: 0, labels: ['[ward name]', '[name]'] });

    for (const word of ['Quillfeather', 'Saltmarsh Ward']) expect(filesWith(folder, word)).toEqual([]);
    const after = await askIt('survey.answers', { questionId: first?.questionId ?? 0 });
    expect(after[0]?.text).toBe(text.replace('Quillfeather', filler.repeat(12)).replace('Saltmarsh Ward', filler.repeat(14)));
    expect(after[0]?.masks).toEqual([{ start: 13, end: 25, label: '[name]' }, { start: 35, end: 49, label: '[ward name]' }]);
    expect(after[2]?.masks).toBeUndefined();
    expect((await askIt('project.check', {})).problems).toEqual([]);

    // Everywhere else the label stands for the words.
    const codes = await askIt('code.list', { analysisId });
    const extracts = await askIt('coding.extracts', { codeIds: codes.map((code) => code.id) });
    expect(extracts.map((extract) => extract.text)).toEqual(['works on [ward name]', 'My colleague [name] works']);
    expect(extracts.map((extract) => [extract.start, extract.end])).toEqual([[at('works on').start, at('Saltmarsh Ward').end], [0, text.indexOf('works') + 5]]);
    expect(extracts[0]?.before).toBe('My colleague [name] ');
    expect((await askIt('noticing.list', {}))[0]?.words).toBe('[ward name]');

    // The history tells that it was done, without a word of it, and goes back as far as the import.
    const history = await askIt('history.list', {});
    expect(JSON.stringify(history)).not.toMatch(/saltmarsh|quillfeather/i);
    expect(JSON.stringify(history)).toContain('Masked 5 places with [ward name], [name]');
    for (const label of ['Step 1', 'note', 'Colleagues', 'Place of work']) expect([label, (await askIt('history.undo', {})).label]).toEqual([label, expect.stringContaining(label)]);
    expect((await core.call('history.undo', {})).ok).toBe(false);
    expect(await askIt('coding.list', { questionId: first?.questionId ?? 0 })).toEqual([]);
    for (let step = 0; step < 4; step++) await askIt('history.redo', {});
    expect((await askIt('coding.list', { questionId: first?.questionId ?? 0 })).map((coding) => coding.id)).toContain(early.codingIds[0]);
    expect((await askIt('project.check', {})).problems).toEqual([]);

    // And the guard over the texts is back.
    core.close();
    const db = new Database(file);
    expect(() => db.prepare("UPDATE item SET text = 'x'").run()).toThrow(/never changes/);
    db.close();
    const again = openCore(file);
    open.push(again);
    expect((await ask(again, 'survey.answers', { questionId: first?.questionId ?? 0 }))[0]?.masks).toHaveLength(2);
  });

  it('takes the words of undone imports, repairs and keepings along, and leaves other steps to undo', async () => {
    const { core, ask: askIt, folder, at, analysisId } = await study();
    await askIt('coding.add', { analysisId, ...at('works'), codes: [{ name: 'Work' }] });
    await askIt('privacy.keep', { places: [{ ...at('Quillfeather'), kind: 'name' }, { ...at('Saltmarsh Ward'), kind: 'place' }] });
    await askIt('privacy.keep', { places: [{ ...at('07700 900123'), kind: 'phone' }] });
    expect((await askIt('privacy.scan', {})).hits.filter((hit) => hit.state === 'kept').map((hit) => hit.match)).toEqual(['Quillfeather', 'Saltmarsh Ward', '07700 900123']);
    await askIt('survey.import', fileOf('more.csv', 'ParticipantId,Third?\nP9,Quillfeather told me so much about all of this\nP10,Quillfeather came\n'));
    await askIt('history.undo', {});
    await askIt('privacy.mask', { places: [{ ...at('Quillfeather'), label: 'name' }, { ...at('quillfeather', 1), label: 'name' }, { ...at('07700 900123'), label: 'phone number' }] });
    expect(filesWith(folder, 'Quillfeather')).toEqual([]);
    expect(filesWith(folder, '07700 900123')).toEqual([]);
    expect(await askIt('privacy.kept', {})).toEqual([at('Saltmarsh Ward')]);
    // The step that kept a phone number only has nothing to undo any more; the one before still takes back the ward.
    expect((await askIt('history.undo', {})).label).toContain('Kept 2 places');
    expect(await askIt('privacy.kept', {})).toEqual([]);
    expect((await askIt('history.undo', {})).label).toContain('Coded');
    expect((await core.call('history.undo', {})).ok).toBe(false);
    await askIt('history.redo', {});
    await askIt('history.redo', {});
    expect(await askIt('privacy.kept', {})).toEqual([at('Saltmarsh Ward')]);
    expect((await askIt('project.check', {})).problems).toEqual([]);
  });

  it('refuses what cannot be, and changes nothing then', async () => {
    const { core, at, ask: askIt, items } = await study();
    const sentence = async (places: { itemId: number; start: number; end: number; label: string }[]) => {
      const result = await core.call('privacy.mask', { places });
      return result.ok ? 'done' : result.error.message;
    };
    expect(await sentence([{ ...at('Quillfeather'), label: ' [] ' }])).toMatch(/label is needed/);
    expect(await sentence([{ ...at('Quillfeather'), label: 'mr quillfeather' }])).toMatch(/repeats the words/);
    expect(await sentence([{ ...at('Quillfeather'), label: 'name' }, { ...at('Quillfeather works'), label: 'x' }])).toMatch(/overlap/);
    expect(await sentence([{ ...at('Quillfeather'), end: 9_999, label: 'name' }])).toMatch(/only has|has only/);
    expect(await sentence([{ itemId: 999, start: 0, end: 1, label: 'name' }])).toMatch(/not there any more/);
    const emoji = at('👩‍🔧', 3);
    expect(await sentence([{ ...emoji, end: emoji.start + 3, label: 'x' }])).toMatch(/character/);
    expect((await askIt('survey.answers', { questionId: items[0]?.questionId ?? 0 })).map((answer) => answer.text)).toEqual(answers.map((row) => row[0]));
    expect(await sentence([{ ...emoji, label: 'picture' }])).toBe('done');
    expect(await sentence([{ ...emoji, label: 'picture' }])).toMatch(/masked already/);
    expect((await askIt('project.check', {})).problems).toEqual([]);
  });

  it('deletes the backup that an upgrade made, words and all', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'themework-'));
    const file = path.join(folder, 'old.themework');
    copyFileSync('fixtures/projects/version-1.themework', file);
    const core = openCore(file);
    open.push({ close: () => { core.close(); rmSync(folder, { recursive: true, force: true }); } });
    expect(readdirSync(folder)).toContain('old.themework.before-2');
    const questions = await ask(core, 'survey.questions', {});
    const all = (await Promise.all(questions.map(({ id }) => ask(core, 'survey.answers', { questionId: id })))).flat();
    const backup = readFileSync(`${file}.before-2`).toString('utf8');
    let word = '';
    for (const each of all.flatMap((answer) => [...answer.text.matchAll(/\p{L}{6,}/gu)].map((match) => match[0]))) {
      if (word === '' && backup.includes(each) && (await ask(core, 'privacy.mentions', { words: [each] })).length === 0) word = each;
    }
    expect(word).not.toBe('');
    const { places } = await ask(core, 'privacy.places', { words: word });
    await ask(core, 'privacy.mask', { places: places.map(({ itemId, start, end }) => ({ itemId, start, end, label: 'masked' })) });
    expect(existsSync(`${file}.before-2`)).toBe(false);
    expect(filesWith(folder, word)).toEqual([]);
    expect((await ask(core, 'project.check', {})).problems).toEqual([]);
  });

  it('does not bring the words back with the same file, and works in documents', async () => {
    const { ask: askIt, folder, at, items } = await study();
    await askIt('privacy.mask', { places: [{ ...at('Quillfeather'), label: 'name' }, { ...at('quillfeather', 1), label: 'name' }] });
    await askIt('survey.import', fileOf('names.csv', surveyCsv(['Why?', 'What else?'], answers)));
    expect(filesWith(folder, 'Quillfeather')).toEqual([]);
    expect((await askIt('survey.answers', { questionId: items[0]?.questionId ?? 0 })).map((answer) => [answer.version, answer.masks?.length ?? 0])).toEqual([[1, 1], [1, 1], [1, 0]]);
    await askIt('survey.import', fileOf('policy.txt', 'Ask Mrs Thistlewood at Brindle House before you lift anything.\n'));
    const { hits } = await askIt('privacy.scan', { kinds: ['name'] });
    expect(hits.map((hit) => [hit.shown, hit.match])).toEqual([['policy', 'Mrs Thistlewood']]);
    await askIt('privacy.mask', { places: hits.map(({ itemId, start, end }) => ({ itemId, start, end, label: 'name' })) });
    expect(filesWith(folder, 'Thistlewood')).toEqual([]);
    expect((await askIt('project.check', {})).problems).toEqual([]);
  });

  it('reaches every other text that holds the words where it is asked to, earlier versions too, and undo goes on through them', async () => {
    const { ask: askIt, core, folder, file, at, analysisId, questions } = await study();
    await askIt('survey.import', { ...fileOf('Letter from Quillfeather.md', '# Letter from Quillfeather\n\n## Quillfeather writes\n\nI lift nothing.\n\n## More on Quillfeather\n\nQuillfeather lifts.\n'), plan: { document: { split: 'heading' } } });
    await askIt('survey.import', fileOf('wave two.csv', `ParticipantId,Why?,What else?\nP1,"My colleague Quillfeather left, and P1 stayed",\n`));
    const [code, other] = [await askIt('code.create', { analysisId, name: 'Quillfeather helps', definition: 'What Quillfeather does' }), await askIt('code.create', { analysisId, name: 'Friends of QUILLFEATHER' })];
    const [coding] = (await askIt('coding.add', { analysisId, ...at('Quillfeather'), codes: [{ id: code.id }] })).codingIds;
    await askIt('coding.update', { id: coding ?? 0, note: 'Is Quillfeather the same person?' });
    await askIt('code.update', { id: code.id, name: 'Help from colleagues', definition: 'Not only Quillfeather’s' });
    const theme = await askIt('theme.create', { analysisId, name: 'Around Quillfeather', codeIds: [code.id] });
    await askIt('theme.update', { id: theme.id, concept: 'Quillfeather as the heart of it', excludes: 'quillfeather at home' });
    const second = await askIt('theme.create', { analysisId, name: 'Wards' });
    await askIt('map.relate', { analysisId, from: theme.id, to: second.id, label: 'Quillfeather links them' });
    await askIt('map.keep', { analysisId, name: 'Before Quillfeather left' });
    await askIt('milestone.create', { name: 'Quillfeather step', note: 'All of Quillfeather' });
    await askIt('code.keep', { kind: 'single', codeId: code.id, reason: 'Quillfeather matters' });
    await askIt('code.merge', { ids: [code.id, other.id], name: 'Helpers', reason: 'Both are about Quillfeather' });
    await askIt('code.setAside', { ids: [(await askIt('code.create', { analysisId, name: 'Odd' })).id], reason: 'Only Quillfeather said it' });
    const note = await askIt('noticing.add', { ...at('Saltmarsh Ward'), text: 'Quillfeather again' });
    await askIt('noticing.update', { id: note.id, text: 'Quillfeather once more' });
    await askIt('memo.set', { questionId: questions[0]?.id ?? 0, text: 'Many name Quillfeather.' });
    const entry = await askIt('diary.add', { trigger: 'moved', text: 'I know Quillfeather', context: 'Coding, P1 on Quillfeather' });
    await askIt('diary.discuss', { id: entry.id, with: 'Dr Quillfeather', on: '2026-01-02', outcome: 'Quillfeather agrees' });
    await askIt('diary.remove', { id: (await askIt('diary.add', { trigger: 'other', text: 'Gone: Quillfeather' })).id });
    writeFileSync(`${file}.before-2`, 'Quillfeather');
    utimesSync(`${file}.before-2`, new Date(2020, 1), new Date(2020, 1));
    const mentions = await askIt('privacy.mentions', { words: ['Quillfeather'] });
    expect(new Set(mentions.map(({ where }) => where))).toEqual(new Set(['code', 'theme', 'diary', 'note', 'memo', 'loose end', 'merge', 'milestone', 'map', 'document', 'import', 'history']));

    const { places } = await askIt('privacy.places', { words: 'Quillfeather' });
    expect(places.length).toBeGreaterThanOrEqual(4);
    const before = await askIt('history.list', {});
    const done = await askIt('privacy.mask', { places: places.map(({ itemId, start, end }) => ({ itemId, start, end, label: 'name' })), notes: true });
    expect(done.texts).toBeGreaterThan(10);
    expect(filesWith(folder, 'Quillfeather')).toEqual([]);
    expect(await askIt('privacy.mentions', { words: ['Quillfeather'] })).toEqual([]);
    expect((await askIt('diary.list', {})).map(({ text }) => text)).toEqual(['I know [name]']);
    expect((await askIt('project.check', {})).problems).toEqual([]);
    expect((await askIt('history.list', {})).length).toBe(before.length + 1);

    // Every step after the last import that brought the words can be undone and redone; no word comes back, not even on the way.
    let undone = 0;
    while ((await core.call('history.undo', {})).ok) undone++;
    expect(undone).toBeGreaterThan(20);
    expect(await askIt('code.list', { analysisId })).toEqual([]);
    expect(filesWith(folder, 'Quillfeather')).toEqual([]);
    for (let step = 0; step < undone; step++) await askIt('history.redo', {});
    expect((await askIt('project.check', {})).problems).toEqual([]);
    core.close();
    expect(filesWith(folder, 'Quillfeather')).toEqual([]);
  });

  it('goes on undoing what was named, renamed and kept, with labels in place of the words', async () => {
    const { ask: askIt, core, folder, at, analysisId } = await study();
    const { codes } = await askIt('coding.add', { analysisId, ...at('Quillfeather'), codes: [{ name: 'Quillfeather helps' }] });
    await askIt('milestone.create', { name: 'With Quillfeather' });
    await askIt('code.update', { id: codes[0]?.id ?? 0, name: 'Help' });
    await askIt('privacy.mask', { places: [{ ...at('Quillfeather'), label: 'name' }, { ...at('quillfeather', 1), label: 'name' }], notes: true });
    expect(filesWith(folder, 'Quillfeather')).toEqual([]);
    const names = async () => (await askIt('code.list', { analysisId })).map((each) => each.name);
    expect(await names()).toEqual(['Help']);
    await askIt('history.undo', {});
    expect(await names()).toEqual(['[name] helps']);
    expect((await askIt('history.undo', {})).label).toContain('With [name]');
    await askIt('history.redo', {});
    expect((await askIt('milestone.list', {})).map(({ name }) => name)).toEqual(['With [name]']);
    await askIt('history.undo', {});
    await askIt('history.undo', {});
    expect(await names()).toEqual([]);
    for (let step = 0; step < 3; step++) await askIt('history.redo', {});
    expect(await names()).toEqual(['Help']);
    expect((await askIt('project.check', {})).problems).toEqual([]);
    core.close();
  });

  it('is done when it says so: killed right after the answer, the words are gone', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'themework-'));
    open.push({ close: () => rmSync(folder, { recursive: true, force: true }) });
    const script = `
      const { createCore } = await import(${JSON.stringify(path.resolve('electron/core/core.ts'))});
      const core = createCore(${JSON.stringify(path.join(folder, 'study.themework'))}, 'A study');
      const ask = async (name, input) => { const result = await core.call(name, input); if (!result.ok) throw new Error(result.error.message); return result.value; };
      await ask('survey.import', { fileName: 'a.csv', bytes: ${JSON.stringify(Buffer.from(surveyCsv(['Why?'], answers.map((row) => [row[0] ?? '']))).toString('base64'))} });
      const { places } = await ask('privacy.places', { words: 'Quillfeather' });
      await ask('privacy.mask', { places: places.map(({ itemId, start, end }) => ({ itemId, start, end, label: 'name' })) });
      process.kill(process.pid, 'SIGKILL');`;
    const signal = await new Promise((done) => {
      const child = spawn(path.resolve('node_modules/.bin/node'), ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] });
      child.on('exit', (_code, name) => done(name));
    });
    expect(signal).toBe('SIGKILL');
    expect(filesWith(folder, 'Quillfeather')).toEqual([]);
    const core = openCore(path.join(folder, 'study.themework'));
    open.push(core);
    expect((await ask(core, 'project.check', {})).problems).toEqual([]);
    expect((await ask(core, 'survey.answers', { questionId: 1 }))[0]?.masks).toHaveLength(1);
  });

  it('is finished at the next opening where the program died between saving and cleaning up', async () => {
    const { core, folder, file, at, ask: askIt } = await study();
    await askIt('privacy.mask', { places: [{ ...at('Quillfeather'), label: 'name' }, { ...at('quillfeather', 1), label: 'name' }] });
    core.close();
    // As if the backup of an earlier upgrade were still there.
    writeFileSync(`${file}.before-2`, 'Quillfeather');
    utimesSync(`${file}.before-2`, new Date(2020, 1), new Date(2020, 1));
    const again = openCore(file);
    open.push(again);
    expect(filesWith(folder, 'Quillfeather')).toEqual([]);
    expect(existsSync(`${file}.before-2`)).toBe(false);
  });

  it('stands as a label in every export, and codings come back from one', async () => {
    const { ask: askIt, at, analysisId, file, core } = await study();
    await askIt('coding.add', { analysisId, ...at('works on Saltmarsh Ward'), codes: [{ name: 'Place of work' }] });
    await askIt('coding.add', { analysisId, ...at('Quillfeather'), codes: [{ name: 'Colleagues' }] });
    await askIt('theme.create', { analysisId, kind: 'theme', name: 'Work', codeIds: (await askIt('code.list', { analysisId })).map((code) => code.id) });
    await askIt('diary.add', { trigger: 'puzzled', text: 'Who is meant?', links: [{ kind: 'extract', id: at('Quillfeather').itemId, ...(({ start, end }) => ({ start, end }))(at('Quillfeather works')) }], inReport: true });
    await askIt('privacy.mask', { places: [{ ...at('Saltmarsh Ward'), label: 'ward name' }, { ...at('Quillfeather'), label: 'name' }] });
    for (const format of ['appendix', 'theme-table', 'codebook', 'diary', 'codings']) {
      const shown = JSON.stringify(await askIt('export.preview', { format, settings: {} }));
      expect([format, shown.includes(filler), /saltmarsh ward|quillfeather/i.test(shown)]).toEqual([format, false, false]);
      if (format !== 'codebook') expect([format, /\[(ward )?name\]/.test(shown)]).toEqual([format, true]);
    }
    const csv = await askIt('export.make', { format: 'codings', ending: 'csv', settings: {} });
    const text = Buffer.from(csv.bytes, 'base64').toString('utf8');
    expect(text).toContain('works on [ward name]');
    // Back into the same answers: by offsets, and by the words with their labels alone.
    const count = async () => (await askIt('coding.list', { questionId: 1 })).length;
    const before = await count();
    expect(await askIt('coding.import', { fileName: 'codings.csv', bytes: csv.bytes })).toMatchObject({ codings: 0, problems: [] });
    const alone = 'question,participant,extract,code\n1,P1,works on [ward name],Other\n1,P1,My colleague [name] works,Other\n';
    expect(await askIt('coding.import', fileOf('alone.csv', alone))).toMatchObject({ codings: 2, problems: [] });
    expect(await count()).toBe(before + 2);
    const { end } = at('Saltmarsh Ward');
    expect((await askIt('coding.list', { questionId: 1 })).filter((coding) => coding.start === at('works on').start).map((coding) => coding.end)).toEqual([end, end]);
    expect(core.file).toBe(file);
  });
});
