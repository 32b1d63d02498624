import { nextInk } from '../../../../shared/domain/colours.ts';
import type { AnalysisRow, CodeKind } from '../../../../shared/domain/types.ts';
import { type Db, insert, one } from '../../sql.ts';
import { createAnalysis } from '../structure/analysis.ts';
import { inksAt, sameName } from '../coding/code.ts';
import { lastPosition, type Parent } from '../structure/order.ts';
import { loadAnalyses, loadCodes, loadThemes } from '../structure/structure.ts';
import type { Place } from './sought-row.ts';

/** A coding that found its place. `analysis` is empty where the question's own is meant; `kind` where the file says nothing. */
export interface PlacedRow { place: Place; questionId: number; analysis: string; group: readonly string[]; theme: readonly string[]; code: string; kind: CodeKind | '' }

/**
 * Finds or makes the codes that the rows of a coding table name. A code is its analysis, its group headings, its themes and
 * its name, spelt exactly so: the same name in two places is two codes. What is new comes after what is there, in the order of the file.
 */
export class CodingPlaces {
  readonly made = { codes: 0, themes: 0, analyses: 0 };
  #db: Db;
  #rows: readonly PlacedRow[];
  #analyses: AnalysisRow[];
  #analysisOf = new Map<string, number>();
  #themes = new Map<string, number>();
  #codes = new Map<string, number>();
  #kinds = new Map<string, CodeKind>();
  /** Inks of the codes of an analysis, and of those in one place of it, in the order of the list. */
  #inks = new Map<number, number[]>();
  #inksIn = new Map<string, number[]>();
  #positions = new Map<string, number>();

  constructor(db: Db, rows: readonly PlacedRow[]) {
    this.#db = db;
    this.#rows = rows;
    this.#analyses = loadAnalyses(db).filter((analysis) => analysis.status === 'active');
    for (const theme of loadThemes(db)) {
      if (theme.status === 'active') first(this.#themes, themeKey(theme.analysisId, theme.parentId, theme.kind === 'group', theme.name), theme.id);
    }
    for (const code of loadCodes(db)) {
      if (code.status !== 'active') continue;
      first(this.#codes, codeKey(code.analysisId, code.themeId, code.name), code.id);
      if (code.tray === 'unplaced' || code.themeId !== null) this.#noteInk(code.analysisId, code.themeId, code.ink);
      else this.#inksOf(code.analysisId).push(code.ink);
    }
    for (const row of rows) if (row.kind) first(this.#kinds, JSON.stringify([row.analysis || row.questionId, row.group, row.theme, row.code]), row.kind);
  }

  codeFor(row: PlacedRow): number {
    const analysisId = this.#analysis(row);
    let themeId: number | null = null;
    for (const name of row.group) themeId = this.#theme(analysisId, themeId, 'group', name);
    for (const [level, name] of row.theme.entries()) themeId = this.#theme(analysisId, themeId, level === 0 ? 'theme' : 'below a theme', name);
    return this.#code(analysisId, themeId, row);
  }

  /** The analysis that the row names, or the question's own: the one of this question alone. */
  #analysis(row: PlacedRow): number {
    const key = row.analysis ? `named ${row.analysis.toLowerCase()}` : `own ${row.questionId}`;
    const known = this.#analysisOf.get(key);
    if (known !== undefined) return known;
    const found = row.analysis
      ? this.#analyses.find((analysis) => sameName(analysis.name, row.analysis))?.id
      : this.#analyses.find((analysis) => analysis.questionIds.length === 1 && analysis.questionIds[0] === row.questionId)?.id;
    const id = found ?? this.#newAnalysis(row);
    this.#analysisOf.set(key, id);
    return id;
  }

  /** A new analysis runs over the questions that its rows name. */
  #newAnalysis(row: PlacedRow): number {
    const questionIds = row.analysis ? [...new Set(this.#rows.filter((each) => sameName(each.analysis, row.analysis)).map((each) => each.questionId))] : [row.questionId];
    const id = createAnalysis(this.#db, row.analysis || this.#freeName(row.questionId), questionIds);
    this.made.analyses++;
    this.#analyses = loadAnalyses(this.#db).filter((analysis) => analysis.status === 'active');
    return id;
  }

  /** Several questions may bear one short name (“Barriers”); their analyses may not. */
  #freeName(questionId: number): string {
    const question = one<{ name: string; number: number }>(this.#db, 'SELECT short_name AS name, (SELECT count(*) FROM question AS other WHERE other.position <= question.position) AS number FROM question WHERE id = ?', questionId);
    const name = question?.name ?? 'Analysis';
    const taken = (candidate: string) => this.#analyses.some((analysis) => sameName(analysis.name, candidate));
    if (!taken(name)) return name;
    const numbered = `${name} (question ${question?.number ?? ''})`;
    let free = numbered;
    for (let again = 2; taken(free); again++) free = `${numbered}, ${again}`;
    return free;
  }

  #theme(analysisId: number, parentId: number | null, place: 'group' | 'theme' | 'below a theme', name: string): number {
    const isGroup = place === 'group';
    const key = themeKey(analysisId, parentId, isGroup, name);
    // The column of groups holds what stands above all themes; a heading further down is a level of the path of themes.
    const known = this.#themes.get(key) ?? (place === 'below a theme' ? this.#themes.get(themeKey(analysisId, parentId, true, name)) : undefined);
    if (known !== undefined) return known;
    const id = insert(this.#db, 'INSERT INTO theme (analysis_id, parent_id, kind, name, position) VALUES (?, ?, ?, ?, ?)', analysisId, parentId, isGroup ? 'group' : 'theme', name, this.#position(analysisId, parentId));
    this.#themes.set(key, id);
    this.made.themes++;
    return id;
  }

  #code(analysisId: number, themeId: number | null, row: PlacedRow): number {
    const key = codeKey(analysisId, themeId, row.code);
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const kind = this.#kinds.get(JSON.stringify([row.analysis || row.questionId, row.group, row.theme, row.code])) ?? 'undecided';
    const ink = nextInk(this.#inksOf(analysisId), this.#inksIn.get(placeKey(analysisId, themeId)), inksAt(this.#db, analysisId, { ...row.place, itemId: row.place.answer.id }));
    const id = insert(this.#db, "INSERT INTO code (analysis_id, theme_id, tray, name, kind, ink, position) VALUES (?, ?, 'unplaced', ?, ?, ?, ?)", analysisId, themeId, row.code, kind, ink, this.#position(analysisId, themeId));
    this.#codes.set(key, id);
    this.#noteInk(analysisId, themeId, ink);
    this.made.codes++;
    return id;
  }

  #inksOf(analysisId: number): number[] {
    const inks = this.#inks.get(analysisId) ?? [];
    this.#inks.set(analysisId, inks);
    return inks;
  }

  #noteInk(analysisId: number, themeId: number | null, ink: number): void {
    this.#inksOf(analysisId).push(ink);
    const key = placeKey(analysisId, themeId);
    this.#inksIn.set(key, [...(this.#inksIn.get(key) ?? []).slice(-11), ink]);
  }

  /** Codes and themes under one parent share one order. */
  #position(analysisId: number, themeId: number | null): number {
    const parent: Parent = { analysisId, themeId, tray: 'unplaced' };
    const key = placeKey(analysisId, themeId);
    const position = this.#positions.get(key) ?? lastPosition(this.#db, parent);
    this.#positions.set(key, position + 1);
    return position;
  }
}

const themeKey = (analysisId: number, parentId: number | null, isGroup: boolean, name: string) => `${analysisId}/${parentId}/${isGroup}/${name}`;
const placeKey = (analysisId: number, themeId: number | null) => `${analysisId}/${themeId}`;
const codeKey = (analysisId: number, themeId: number | null, name: string) => `${analysisId}/${themeId}/${name}`;

function first<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
