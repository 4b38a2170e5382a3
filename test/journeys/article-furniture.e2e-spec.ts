/** What an editor sets in a text, and how it stands on the page: footnotes, tables, pictures. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTown, publish, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';

const bodyHtml =
  '<p>In front.<sup id="fnref1" class="x"><a href="#fn1" id="text">1</a></sup></p><!--paywall-->' +
  '<p>Behind.<a href="#fn2" id="fnref2"><sup>2</sup></a></p>' +
  '<table><tr><th scope="col">Year</th></tr><tr><td>1</td></tr></table><img src="/a.svg" alt="A" id="q">' +
  '<ol><li id="fn1">First. <a href="#fnref1">↩</a></li><li id="fn2">Second. <a href="#fnref2">↩</a></li></ol>';

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown();
  const editor = await town.staff('editor');
  for (const gate of ['public', 'members']) {
    await publish(town, editor, { slug: `notes-${gate}`, gate, bodyHtml });
  }
});

afterAll(() => town.close());

const proseOf = async (slug: string): Promise<string> => {
  const { html } = await new Visitor(town.url).open(`/articles/${slug}`);
  return (
    /<div class="prose.*?<nav class="tags"|<div class="prose.*<\/article>/s.exec(html)?.[0] ?? ''
  );
};

describe('On an article’s page', () => {
  it('the mark of a footnote leads to the note, and the note back', async () => {
    const prose = await proseOf('notes-public');
    expect(prose).toContain('<sup id="fnref1"><a href="#fn1" role="doc-noteref">1</a></sup>');
    expect(prose).toContain('<a href="#fn2" id="fnref2" role="doc-noteref"><sup>2</sup></a>');
    expect(prose).toContain(
      '<li id="fn1">First. <a href="#fnref1" role="doc-backlink" aria-label="Back to the text">↩</a></li>',
    );
  });

  it('no id stands that an editor made up, for the page has its own', async () => {
    const ids = [...(await proseOf('notes-public')).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['fnref1', 'fnref2', 'fn1', 'fn2']);
  });

  it('a table scrolls in its own box, and a picture waits for its reader', async () => {
    const prose = await proseOf('notes-public');
    expect(prose).toContain('<div class="table-box" role="group" aria-label="Table" tabindex="0">');
    expect(prose).toContain('<img loading="lazy" src="/a.svg" alt="A">');
  });

  it('the mark of a note behind the wall leads nowhere, and tells nothing of it', async () => {
    const teaser = await proseOf('notes-members');
    expect(teaser).toContain('In front.<sup id="fnref1">1</sup>');
    expect(teaser).not.toMatch(/First|Second|#fn/);
  });
});
