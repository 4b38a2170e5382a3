/** Every sentence that a reader sees lives in the words room: the pages hold none of their own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const site = join(import.meta.dirname, '../../src/site');
const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.tsx') && !file.endsWith('.spec.tsx'),
);

/** What is read or heard; all others name things. */
const spoken = new Set(['alt', 'aria-description', 'aria-label', 'placeholder', 'title']);
const hasLetters = /\p{L}/u;

/** What stands in a page as it stands there, and not in the words. */
function literals(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasLetters.test(node.text)) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      spoken.has(node.name.getText(file)) &&
      node.initializer !== undefined &&
      ts.isStringLiteral(node.initializer) &&
      hasLetters.test(node.initializer.text)
    ) {
      found.push(node.initializer.text);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

describe('the pages', () => {
  it.each(files)('say nothing that stands only in %s', (file) => {
    expect(literals(file, readFileSync(join(site, file), 'utf8'))).toEqual([]);
  });

  it('would be caught saying something', () => {
    expect(literals('a.tsx', '<p title="Close">Sign {in} now</p>')).toEqual([
      'Close',
      'Sign',
      'now',
    ]);
    expect(files.length).toBeGreaterThan(30);
  });
});
