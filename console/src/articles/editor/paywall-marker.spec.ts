import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { PaywallMarker, markersIn, placeBeside, withMarkerElement } from './paywall-marker.js';
import { schema } from './schema.js';
import { type EditorNode, writeHtml } from './write-html.js';

const vocabulary = getSchema([...schema, PaywallMarker]);

const p = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const marker = { type: 'paywall' };

/** Where the marker stands once it has moved, as the text would be saved. */
function moved(direction: 'up' | 'down', ...content: EditorNode[]): string | null {
  const doc = vocabulary.nodeFromJSON({ type: 'doc', content });
  const [found] = markersIn(doc);
  if (found === undefined) throw new Error('There is no marker.');
  const to = placeBeside(doc, found.pos, direction);
  if (to === null) return null;
  const inserted = doc.resolve(to);
  const before = doc.slice(0, to, true).content;
  const after = doc.slice(to, doc.content.size, true).content;
  if (inserted.depth > 0) return 'within';
  const json = (fragment: typeof before) => (fragment.toJSON() ?? []) as EditorNode[];
  const rest = (nodes: EditorNode[]) => nodes.filter(({ type }) => type !== 'paywall');
  return writeHtml({ type: 'doc', content: [...rest(json(before)), marker, ...rest(json(after))] });
}

describe('the paywall marker', () => {
  it('moves by one block', () => {
    expect(moved('up', p('a'), p('b'), marker, p('c'))).toBe(
      '<p>a</p><!--paywall--><p>b</p><p>c</p>',
    );
    expect(moved('down', p('a'), marker, p('b'), p('c'))).toBe(
      '<p>a</p><p>b</p><!--paywall--><p>c</p>',
    );
  });

  it('stays where there is nothing beyond', () => {
    expect(moved('up', marker, p('a'))).toBeNull();
    expect(moved('down', p('a'), marker)).toBeNull();
  });

  it('leaves a quotation at its end', () => {
    const quotation = { type: 'blockquote', content: [p('a'), marker] };
    expect(moved('down', quotation, p('b'))).not.toBe('within');
  });

  it('is found wherever it stands', () => {
    const content = [p('a'), { type: 'blockquote', content: [p('b'), marker, p('c')] }];
    expect(markersIn(vocabulary.nodeFromJSON({ type: 'doc', content }))).toHaveLength(1);
  });

  it('is an element where the editor reads it, however its comment is spelled', () => {
    expect(withMarkerElement('<p>a</p><!-- PAYWALL --><p>b</p>')).toBe(
      '<p>a</p><hr data-paywall=""><p>b</p>',
    );
    expect(withMarkerElement('<p>&lt;!--paywall--&gt;</p>')).toBe('<p>&lt;!--paywall--&gt;</p>');
  });
});
