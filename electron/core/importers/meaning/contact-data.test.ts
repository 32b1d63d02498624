import { expect, test } from 'vitest';
import { inspect, rolesOf, tableFile } from '../testing.ts';

const sentences = ['The desk by the window was always taken', 'Somebody showed me how the oven works', 'It rained in, twice, and nobody came', 'I would have liked a map of the paths', 'My brother drove me there and back', 'Less talking, more planting', 'Ask the people who live next door', 'Too few chairs', 'We met on Tuesdays and it went well', 'It was fine'];
const table = (names: readonly string[], row: (text: string, at: number) => string[]) => tableFile([['ID', ...names, 'Why did you come?'], ...sentences.map((text, at) => [String(at + 1), ...row(text, at), text])]);

test('addresses and links are known by what they are, whatever their column is called', async () => {
  const found = await inspect(table(['How can we send you the results?', 'Share your work', 'Photo', 'hh/picture'], (_, at) => [`a${at}@example.org`, `https://example.org/work/${at}`, `20250501_${at}.jpg`, at % 2 ? '' : '[document]']));
  expect(rolesOf(found)).toEqual(['participant', 'ignore', 'ignore', 'ignore', 'ignore', 'question']);
  expect(found.columns.slice(1, 4).map(({ reason }) => reason)).toEqual(['Could identify people', 'Links or names of files', 'Links or names of files']);
});

test.each([
  ['Nome (facultativo)', 'Téléphone', 'Profil Linkedin', 'Address line 2', 'Zip/Post Code', 'Numer', 'Imię i nazwisko'].filter((name) => name !== 'Numer'),
  ['first_name_6c5d9b', 'hh/respondent_name', 'enumerator_name', 'home-corner1-Latitude', 'home-corner1-Accuracy', 'PROLIFIC_PID'],
  ['Contact details', 'Contact information', 'Signature'],
  ['Namn', 'Jméno', '氏名', 'Имя', 'Nimi', 'Họ và tên'],
])('contact data in other languages, with “optional” behind it, inside groups: %s …', async (...names) => {
  const found = await inspect(table(names, (_, at) => names.map((__, place) => `${'abcdefghij'[at]}x${place}`)));
  expect(found.columns.slice(1, -1).map(({ name, reason }) => [name, reason])).toEqual(names.map((name) => [name, 'Could identify people']));
});

test('a field of a contact block is contact data, an option or a rating of that name is none', async () => {
  const rows = Array.from({ length: 24 }, (_, at) => [`2000${at}`, `P ${at}`, `0${at}7 1234`, at % 2 ? 'Email' : '', ['never', 'often'][at % 2] ?? '', sentences[at % 10] ?? '']);
  const found = await inspect(tableFile([['Respondent ID', 'Stay in touch', '', 'How may we write?', 'How often do you use these?', 'Why?'], ['', 'Name', 'Phone Number', 'Email', 'Facebook', 'Open-Ended Response'], ...rows]));
  expect(rolesOf(found)).toEqual(['participant', 'ignore', 'ignore', 'attribute', 'attribute', 'question']);
  const programs = await inspect(table(['email', 'browser'], (_, at) => [['Reed', 'Post'][at % 2] ?? '', ['Fox', 'Sun', 'Moon'][at % 3] ?? '']));
  expect(rolesOf(programs)).toEqual(['participant', 'attribute', 'attribute', 'question']);
});

test('ids of panels, files and forms are no answers in people’s own words', async () => {
  const hex = (at: number) => `65f3${at}92e666e06bccbb84d7${at}`;
  const found = await inspect(table(['session', 'SET-OF-child', 'When?'], (_, at) => [hex(at), `uuid:099c9138-ba57-409c-9c91-5af2000${at}/child`, `Mar ${at + 1}, 2016 3:42:10 PM`]));
  expect(rolesOf(found)).toEqual(['participant', 'attribute', 'ignore', 'attribute', 'question']);
});

test('a name that a friendly form asks for is contact data; sentences about e-mails and phones are answers', async () => {
  const friendly = await inspect(table(['First up, what is your name?', 'Hi there! What’s your e-mail address?'], (_, at) => [`Sam ${'abcdefghij'[at]}`, `s${at} at example`]));
  expect(rolesOf(friendly)).toEqual(['participant', 'ignore', 'ignore', 'question']);
  const topics = await inspect(table(['Phone', 'Email'], (text) => [`${text}, on the phone`, `${text}, by mail`]));
  expect(rolesOf(topics)).toEqual(['participant', 'question', 'question', 'question']);
  const numbers = await inspect(table(['Phone', 'Email'], (_, at) => [`+44 20 7946 095${at} ext 12`, `a${at}@example.org or b${at}@example.org`]));
  expect(rolesOf(numbers)).toEqual(['participant', 'ignore', 'ignore', 'question']);
});

test.each([
  ['Name of your supervisor', 'Manager\'s name', 'Your teacher’s e-mail', 'What is the name of your line manager?', 'Who is your GP?', 'Please give the name and e-mail address of your tutor (optional)'],
  ['supervisor_name', 'g2/manager_email', 'Q4. Your class teacher\'s full name:', 'Parent or guardian phone number', 'Names of your colleagues', 'Emergency contact name'],
])('names and addresses of other people are contact data: %s …', async (...names) => {
  const found = await inspect(table(names, (_, at) => names.map((__, place) => `${'ABCDEFGHIJ'[at]}${'abcdef'[place]}na Marsh`)));
  expect(found.columns.slice(1, -1).map(({ name, role, reason }) => [name, role, reason])).toEqual(names.map((name) => [name, 'ignore', 'Could identify people']));
});

test('names of things, and what people say about others, are no contact data', async () => {
  const names = ['Name of your favourite tool', 'What is the name of your team game?', 'Who is your tutor like on a bad day?', 'Name three things that your teacher taught you', 'How did your manager’s e-mail help?', 'Teacher’s names for the tools', 'Your friend’s favourite name for the oven'];
  const found = await inspect(table(names, (text, at) => names.map((name) => `${text}, ${name.length + at}`)));
  expect(found.columns.slice(1, -1).filter(({ reason }) => reason === 'Could identify people')).toEqual([]);
});

const singers = ['Ada Marsh', 'Bo Quill', 'Ada Marsh', 'Ines de Winter', 'Tom', 'Bo Quill', 'Uma O’Dell', 'Tom', 'Ines de Winter', 'Zed Åker'];
test.each(['Name of respondent', 'Name of member', 'Name of the interviewer', 'Member’s name', 'household/Name of household member', 'Interviewer', 'Enumerator:', 'Interviewed by', 'Name of supervisor'])('names of people who take part or ask are contact data, by header and values: %s', async (name) => {
  const found = await inspect(table([name], (_, at) => [singers[at] ?? '']));
  expect(found.columns[1]).toMatchObject({ role: 'ignore', reason: 'Could identify people' });
});

test('names of places and things, codes for people, and what people say about interviewers are no names', async () => {
  const names = ['Name of school', 'Name of your favourite tool', 'Name of member organisation', 'Name of choir'];
  const found = await inspect(table(names, (_, at) => names.map(() => singers[at] ?? '')));
  expect(found.columns.filter(({ reason }) => reason === 'Could identify people')).toEqual([]);
  const others = await inspect(table(['Interviewer', 'Name of member', 'Facilitator'], (text, at) => [['A', 'B'][at % 2] ?? '', `m-${at % 4}`, `${text}, and I liked her`]));
  expect(others.columns.filter(({ reason }) => reason === 'Could identify people')).toEqual([]);
});
