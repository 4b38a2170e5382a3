import { describe, expect, it } from 'vitest';
import { furnished } from './furniture.rules.js';

const words = { table: 'Table', backToText: 'Back to the text' };
const furnish = (html: string) => furnished(html, words);

const mark = '<p>So.<sup id="fnref1"><a href="#fn1">1</a></sup></p>';
const note = '<ol><li id="fn1">The deed. <a href="#fnref1">↩</a></li></ol>';

describe('a reader', () => {
  it('scrolls a wide table in its own box, also by her keyboard', () => {
    expect(furnish('<table lang="fr"><tr><td>1</td></tr></table>')).toBe(
      '<div class="table-box" role="group" aria-label="Table" tabindex="0"><table lang="fr"><tr><td>1</td></tr></table></div>',
    );
  });

  it('goes from a mark to its note and back', () => {
    const page = furnish(mark + note);
    expect(page).toContain('<a href="#fn1" role="doc-noteref">1</a>');
    expect(page).toContain(
      '<a href="#fnref1" role="doc-backlink" aria-label="Back to the text">↩</a>',
    );
  });

  it('is led nowhere from a teaser whose notes stand behind the cut', () => {
    expect(furnish(mark)).toBe('<p>So.<sup id="fnref1">1</sup></p>');
  });

  it('waits no longer for a text that is nothing but marks, as long as a text may be', () => {
    const marks = '<a href="#fn999">1</a>'.repeat(11_000);
    const html = `<p>${marks}${' id="fn9'.repeat(30_000)}</p>`;
    const begun = performance.now();
    expect(furnish(html)).not.toContain('<a ');
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it('waits for no picture that she has not come to', () => {
    expect(furnish('<img src="/a.svg" alt="">')).toBe('<img loading="lazy" src="/a.svg" alt="">');
  });

  it('finds words that only look like tags as they were written', () => {
    const html = '<p>&lt;table&gt; &lt;a href="#fn1"&gt;</p>';
    expect(furnish(html)).toBe(html);
  });
});
