import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMarkup } from '../../../test/support/any-markup.js';
import { sanitiseArticleHtml } from '../../articles/text/article-html.rules.js';
import { readHtml, visibleText } from '../../articles/text/html-tree.rules.js';
import { cutAtPaywall, withoutMarker } from '../../articles/text/paywall-cut.rules.js';
import { withGatedPartMarked } from './gated-part.rules.js';

const marked = (html: string, gate: 'members' | 'public' = 'members'): string =>
  withGatedPartMarked({ gate, bodyHtml: withoutMarker(html), ...cutAtPaywall(html) });

describe('The part that not everybody may read', () => {
  it('is what stands behind the cut', () => {
    expect(marked('<p>a</p><!--paywall--><p>b</p>')).toBe(
      '<p>a</p><div class="paywall"><p>b</p></div>',
    );
    expect(marked('<p>a</p><p>b</p>')).toBe('<p>a</p><div class="paywall"><p>b</p></div>');
    expect(marked('<!--paywall--><p>a</p>')).toBe('<div class="paywall"><p>a</p></div>');
  });

  it('is all of it where the cut lies within a list', () => {
    const list = '<ul><li>a</li><!--paywall--><li>b</li></ul>';
    expect(marked(list)).toBe('<div class="paywall"><ul><li>a</li><li>b</li></ul></div>');
  });

  it('is not there where everybody may read it all', () => {
    expect(marked('<p>a</p><!--paywall--><p>b</p>', 'public')).toBe('<p>a</p><p>b</p>');
  });

  it('is balanced, and the text the same, whatever is written', () => {
    fc.assert(
      fc.property(anyMarkup, (dirty) => {
        const result = sanitiseArticleHtml(dirty);
        if (!result.ok) return;
        const page = readHtml(marked(result.html));
        const [last] = page.slice(-1);
        expect(last).toMatchObject({ tag: 'div', attributes: { class: 'paywall' } });
        const words = (text: string) => text.replace(/\s+/g, '');
        expect(words(visibleText(page))).toBe(
          words(visibleText(readHtml(withoutMarker(result.html)))),
        );
      }),
      { numRuns: 200 },
    );
  });
});
