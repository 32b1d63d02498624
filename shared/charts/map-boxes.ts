import type { MapNode } from '../domain/map-model.ts';
import { textWidth, type Weight, wrap } from './text-width.ts';

/** How each kind of node is set; pixels. The look of design/screens/08-map. */
interface Look { size: number; line: number; weight: Weight; padX: number; padTop: number; padBottom: number; radius: number; wide: number }
const looks: Record<MapNode['kind'], Look> = {
  overarching: { size: 15, line: 20, weight: 600, padX: 22, padTop: 13, padBottom: 13, radius: 12, wide: 236 },
  theme: { size: 14, line: 19, weight: 600, padX: 16, padTop: 9, padBottom: 10, radius: 10, wide: 216 },
  'sub-theme': { size: 12.5, line: 18, weight: 500, padX: 11, padTop: 5, padBottom: 5, radius: 7, wide: 190 },
  group: { size: 13, line: 18, weight: 600, padX: 14, padTop: 7, padBottom: 7, radius: 0, wide: 216 },
};
export const lookOf = (kind: MapNode['kind']): Look => looks[kind];
export const countSize = 12;
const countLine = 16;
export const codeSize = 12;
export const codeLine = 22;
const codeWide = 230;
/** Room for the dot before a code's name. */
export const codeIndent = 16;

export interface CodeLine { text: string; ink: number; open: boolean; /** First line of the code's name: it carries the dot. */ first: boolean }
export interface NodeSize { width: number; height: number; lines: readonly string[]; counts: string; codes: { width: number; height: number; lines: CodeLine[] } | null }
export interface Shown { counts: boolean; codes: 'as set' | 'all' | 'none' }

/** “38 people, 13 codes”; only themes and overarching themes say it on the map. */
const countsOf = (node: MapNode): string => `${node.participants} ${node.participants === 1 ? 'person' : 'people'}, ${node.codes} ${node.codes === 1 ? 'code' : 'codes'}`;

/** The size of a node with its text set. Never a function of its counts: size must not look like importance. */
export function sizeOf(node: MapNode, shown: Shown): NodeSize {
  const look = looks[node.kind];
  const lines = wrap(node.name, look.wide, look.size, look.weight);
  const counts = shown.counts && node.kind === 'theme' ? countsOf(node) : '';
  const width = Math.max(...lines.map((line) => textWidth(line, look.size, look.weight)), counts ? textWidth(counts, countSize) : 0, 40);
  const withCodes = node.codeList.length > 0 && (shown.codes === 'all' || (shown.codes === 'as set' && node.codesShown));
  return {
    width: Math.ceil(width + 2 * look.padX), height: lines.length * look.line + look.padTop + look.padBottom + (counts ? countLine : 0),
    lines, counts, codes: withCodes ? codesOf(node) : null,
  };
}

function codesOf(node: MapNode): NonNullable<NodeSize['codes']> {
  const lines = node.codeList.flatMap((code) => wrap(code.name, codeWide, codeSize).map((text, index): CodeLine => ({ text, ink: code.ink, open: code.kind === 'latent', first: index === 0 })));
  return { width: Math.ceil(codeIndent + Math.max(...lines.map((line) => textWidth(line.text, codeSize))) + 4), height: lines.length * codeLine, lines };
}

/** The distance between a node and the list of its codes. */
export const codeGap = 12;
