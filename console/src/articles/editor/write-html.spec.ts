import { describe, expect, it } from 'vitest';
import { type EditorNode, writeHtml } from './write-html.js';

const text = (words: string, ...marks: string[]): EditorNode => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const p = (...content: EditorNode[]): EditorNode => ({
  type: 'paragraph',
  attrs: { lang: null },
  content,
});
const node = (type: string, ...content: EditorNode[]): EditorNode => ({ type, content });
const written = (...content: EditorNode[]): string => writeHtml({ type: 'doc', content });

describe('what an editor has written', () => {
  it('holds the paywall marker as the comment that the API cuts at', () => {
    expect(written(p(text('For all.')), { type: 'paywall' }, p(text('For members.')))).toBe(
      '<p>For all.</p><!--paywall--><p>For members.</p>',
    );
  });

  it('cannot be mistaken for a marker or for markup where it is words', () => {
    expect(written(p(text('<!--paywall--> & <b>')))).toBe(
      '<p>&lt;!--paywall--&gt; &amp; &lt;b&gt;</p>',
    );
  });

  it('opens once the marks that neighbours share', () => {
    const words = [text('a', 'bold'), text('b', 'bold', 'italic'), text('c', 'italic'), text('d')];
    expect(written(p(...words))).toBe('<p><strong>a<em>b</em></strong><em>c</em>d</p>');
  });

  it('says of a link where it leads, and nothing of how it opens', () => {
    const attrs = { href: '/articles/flood?a="1"', target: '_blank', rel: null, class: null };
    const link = { type: 'text', text: 'The flood', marks: [{ type: 'link', attrs }] };
    expect(written(p(link))).toBe('<p><a href="/articles/flood?a=&quot;1&quot;">The flood</a></p>');
  });

  it('needs no paragraph in an item of one, and keeps those of several', () => {
    const list = node('bulletList', node('listItem', p(text('One'))));
    expect(written(list)).toBe('<ul><li>One</li></ul>');
    const long = node('bulletList', node('listItem', p(text('One')), p(text('Two'))));
    expect(written(long)).toBe('<ul><li><p>One</p><p>Two</p></li></ul>');
  });

  it('puts rows of nothing but headings of a new table into its head', () => {
    const head = node('tableRow', node('tableHeader', p(text('Year'))));
    const row = node('tableRow', {
      ...node('tableCell', p(text('1953'))),
      attrs: { colspan: 1, rowspan: 2, colwidth: null, align: null },
    });
    expect(written({ ...node('table', head, row), attrs: { caption: 'Floods' } })).toBe(
      '<table><caption>Floods</caption><thead><tr><th>Year</th></tr></thead>' +
        '<tbody><tr><td rowspan="2">1953</td></tr></tbody></table>',
    );
  });

  it('holds figures with what their pictures show', () => {
    const image = { type: 'figureImage', attrs: { src: '/p.jpg', alt: 'The quay', width: null } };
    expect(written(node('figure', image, node('figcaption', text('At dawn'))))).toBe(
      '<figure><img src="/p.jpg" alt="The quay"><figcaption>At dawn</figcaption></figure>',
    );
  });

  it('numbers a list from where it was begun, and a heading by its rank', () => {
    const list = {
      ...node('orderedList', node('listItem', p(text('x')))),
      attrs: { start: 3, type: null },
    };
    const heading = { ...node('heading', text('H')), attrs: { level: 3 } };
    expect(written(heading, list)).toBe('<h3>H</h3><ol start="3"><li>x</li></ol>');
  });

  it('is refused rather than lost where it holds what nobody can write', () => {
    expect(() => written(node('carousel'))).toThrow('carousel');
  });
});
