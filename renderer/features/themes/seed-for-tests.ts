import type { Core } from '../../../electron/core/core.ts';
import type { InputOf, Name, OutputOf } from '../../../shared/contract/index.ts';

const survey = `id,role,Why do you stay?,What wears you out?
P1,nurse,My mentor makes time and we laugh about it together every single week.,Sundays are marking and then dread for the week ahead.
P2,nurse,There is someone down the corridor who always asks how I am.,I open the laptop at five and suddenly it is half nine.
P3,doctor,The staffroom is a refuge and people there know me by name.,Midnight is when I finish the last pile every time.
P4,doctor,I was greeted at the gate and it made the whole day.,Saturday is Saturday but Sunday is Monday with better food.
P5,doctor,I have nothing to say about this one really.,
`;

const codings = `question,participant,extract,code,theme,analysis
1,P1,My mentor makes time,Mentor makes time,Known by someone,Staying
1,P1,we laugh about it together,Laughing together,Known by someone > Someone nearby,Staying
1,P2,someone down the corridor,Someone down the corridor,Known by someone > Someone nearby,Staying
1,P3,The staffroom is a refuge,Staffroom as refuge,,Staying
1,P3,know me by name,Known by name,,Staying
1,P4,I was greeted at the gate,Greeted at the gate,Small proof,Staying
2,P1,Sundays are marking and then dread,Sunday evenings,,Wearing out
2,P1,Sundays are marking and then dread,Marking until late,,Wearing out
2,P2,I open the laptop at five,Marking until late,,Wearing out
2,P3,Midnight is when I finish,Marking until late,,Wearing out
2,P4,Sunday is Monday with better food,Sunday evenings,,Wearing out
`;

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** A value that a call must give; a refusal fails the test with its sentence. */
export async function ask<N extends Name>(core: Core, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await core.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}

/** Five people, two questions, two analyses. “Staying” has themes of uneven depth, “Wearing out” two codes that share an extract. */
export async function seedThemes(core: Core): Promise<void> {
  await ask(core, 'survey.import', { fileName: 'survey.csv', bytes: base64(survey) });
  const analyses = await ask(core, 'analysis.list', {});
  for (const [index, name] of ['Staying', 'Wearing out'].entries()) {
    const analysis = analyses[index];
    if (analysis) await ask(core, 'analysis.update', { id: analysis.id, name });
  }
  await ask(core, 'coding.import', { fileName: 'codings.csv', bytes: base64(codings) });
}

/** The tree of an analysis in one line: “Known by someone(Mentor makes time Someone nearby(…))”, trays at the end. */
export async function treeLine(core: Core, analysisName: string): Promise<string> {
  const analysis = (await ask(core, 'analysis.list', {})).find((each) => each.name === analysisName && each.status === 'active');
  if (!analysis) return 'gone';
  const themes = (await ask(core, 'theme.list', { analysisId: analysis.id })).filter((theme) => theme.status === 'active');
  const codes = (await ask(core, 'code.list', { analysisId: analysis.id })).filter((code) => code.status === 'active');
  const under = (themeId: number | null): string =>
    [...themes.filter((theme) => theme.parentId === themeId).map((theme) => ({ position: theme.position, line: `${theme.kind === 'group' ? '#' : ''}${theme.name}(${under(theme.id)})` })),
      ...(themeId === null ? [] : codes.filter((code) => code.themeId === themeId).map((code) => ({ position: code.position, line: code.name })))]
      .sort((a, b) => a.position - b.position).map((child) => child.line).join(', ');
  const tray = (name: string) => codes.filter((code) => code.themeId === null && code.tray === name).sort((a, b) => a.position - b.position).map((code) => code.name).join(', ');
  return `${under(null)} | ${tray('unplaced')} | ${tray('miscellaneous')}`;
}
