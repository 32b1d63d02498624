import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const sheets = globSync('**/*.css', { cwd: root });

/** Selectors of a sheet with their line, without comments and strings; nested ones as they are written. */
function selectorsOf(sheet: string): string[] {
  const css = readFileSync(path.join(root, sheet), 'utf8').replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...css.matchAll(/([^{};]+)\{/g)].flatMap((rule) => {
    const selector = rule[1]?.trim() ?? '';
    const line = css.slice(0, rule.index + (rule[0].length - rule[0].trimStart().length)).split('\n').length;
    return selector.startsWith('@') ? [] : selector.split(/,(?![^(]*\))/).map((each) => `${sheet}:${line} ${each.trim()}`);
  });
}

/**
 * Chromium finds siblings by class, id or attribute. A rule about what comes after something without one makes it style all that
 * follows anew wherever an element comes or goes, so that one answer scrolled into view restyled every other (Blink: universal
 * sibling invalidation set). `body:has()` looks at everything that comes and goes in the window.
 */
test('no rule makes the window style everything anew when one element comes or goes', () => {
  expect(sheets.length).toBeGreaterThan(10);
  const bare = /(^|[\s>(])(\*|[a-z][a-z0-9]*)(:[a-z-]+(\([^)]*\))?)*\s*[+~]/;
  const all = sheets.flatMap(selectorsOf);
  expect(all.filter((each) => bare.test(each.slice(each.indexOf(' ')).replace(/nth-[a-z-]+\([^)]*\)/g, '')))).toEqual([]);
  expect(all.filter((each) => /\b(body|html|:root|\.app):has\(/.test(each))).toEqual([]);
});
