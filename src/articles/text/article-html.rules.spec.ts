/** What an editor may paste, and what becomes of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST_NESTING, sanitiseArticleHtml } from './article-html.rules.js';
import { anyMarkup } from '../../../test/support/any-markup.js';

function clean(html: string): string {
  const result = sanitiseArticleHtml(html);
  if (!result.ok) throw new Error(result.refusal);
  return result.html;
}

describe('an editor pastes an article', () => {
  it('keeps what a newspaper needs', () => {
    const html =
      '<h2>On the quay</h2>\n<p>He said <q>no</q>, <em>twice</em>.</p><ul><li>one</li><li>two</li></ul>' +
      '<figure><img src="/assets/town/harbour.svg" alt="The harbour" width="800" height="450">' +
      '<figcaption>At dawn</figcaption></figure><blockquote><p>Well.</p></blockquote>' +
      '<table><thead><tr><th scope="col">Year</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><hr>' +
      '<p lang="fr">Mot<br>à mot</p>';
    expect(clean(html)).toBe(html);
  });

  it('never sees a script, a handler, a frame, a style or a class again', () => {
    expect(
      clean(
        '<p class="x" id="y" style="color:red" onclick="steal()">Hi<script>steal()</script></p>' +
          '<style>p{}</style><iframe src="https://a.test"></iframe><svg onload="x()"><p>in</p></svg>' +
          '<img src="x" onerror="steal()"><object data="x"></object>',
      ),
    ).toBe('<p>Hi</p>');
  });

  it('keeps footnotes: the mark in the text, the note at the end, and the ways between them', () => {
    const html =
      '<p>So it says.<sup id="fnref1"><a href="#fn1">1</a></sup> And so.<a href="#fn2" id="fnref2"><sup>2</sup></a></p>' +
      '<ol><li id="fn1">The deed. <a href="#fnref1">↩</a></li><li id="fn2">Its back. <a href="#fnref2">↩</a></li></ol>';
    expect(clean(html)).toBe(html);
  });

  it.each([
    '<p id="fn1">x</p>',
    '<ol><li id="text">x</li></ol>',
    '<ol><li id="fn0">x</li></ol>',
    '<ol><li id="fn1x">x</li></ol>',
    '<ol><li id="fnref1">x</li></ol>',
    '<p><sup id="wall-title">x</sup></p>',
    '<p><sup id="fn1">x</sup></p>',
    '<p><a href="/town" id="location">x</a></p>',
  ])('keeps no other id: %s', (html) => expect(clean(html)).not.toContain('id='));

  it('keeps an id once, where it stands first', () => {
    expect(clean('<ol><li id="fn1">a</li><li id="fn1">b</li></ol>')).toBe(
      '<ol><li id="fn1">a</li><li>b</li></ol>',
    );
  });

  it.each([
    ['javascript:alert(1)', '<p>x</p>'],
    ['java\nscript:alert(1)', '<p>x</p>'],
    [' &#1;javascript:alert(1)', '<p>x</p>'],
    ['data:text/html,x', '<p>x</p>'],
    ['//elsewhere.test/a', '<p>x</p>'],
    ['/\\elsewhere.test', '<p>x</p>'],
    ['https:elsewhere', '<p>x</p>'],
    ['/town', '<p><a href="/town">x</a></p>'],
    ['#notes', '<p><a href="#notes">x</a></p>'],
    ['mailto:desk@paper.test', '<p><a href="mailto:desk@paper.test">x</a></p>'],
    ['https://a.test/b c', '<p><a href="https://a.test/b%20c" rel="external noopener">x</a></p>'],
  ])('of the link %j keeps what is safe', (href, expected) => {
    expect(clean(`<p><a href="${href}" target="_blank" rel="opener">x</a></p>`)).toBe(expected);
  });

  it.each(['data:image/png;base64,AA', 'picture.png', '//a.test/x.png', 'ftp://a.test/x.png'])(
    'loses a picture from %j',
    (src) => expect(clean(`<p>x<img src="${src}" alt="y"></p>`)).toBe('<p>x</p>'),
  );

  it('gives a picture without a description an empty one', () => {
    expect(clean('<figure><img src="https://a.test/x.png"></figure>')).toBe(
      '<figure><img src="https://a.test/x.png" alt=""></figure>',
    );
  });

  it('finds its words in paragraphs, whatever the editor put them in', () => {
    expect(clean('One <b>two</b><div>Three<div>four</div></div>five')).toBe(
      '<p>One <b>two</b></p><p>Three</p><p>four</p><p>five</p>',
    );
  });

  it('has lists, tables and links nested as HTML allows', () => {
    expect(clean('<ul>a<ul><li>b</li></ul></ul>')).toBe('<ul><li>a<ul><li>b</li></ul></li></ul>');
    expect(clean('<td>a</td><table>b<tr>c</tr></table>')).toBe(
      '<p>a</p><table><tr><td>b</td></tr><tr><td>c</td></tr></table>',
    );
    expect(clean('<p><b>x<ul><li>y</li></ul></b></p>')).toBe('<p>x</p><ul><li>y</li></ul>');
  });
});

describe("the editor's paywall marker", () => {
  it('is the only comment that stays, and only the first of them', () => {
    expect(clean('<p>a<!-- note --></p><!-- PayWall --><p>b</p><!--paywall--><p>c</p>')).toBe(
      '<p>a</p><!--paywall--><p>b</p><p>c</p>',
    );
  });

  it('is not found in scripts, attributes, look-alike tags or escaped text', () => {
    const lookalikes =
      '<p><abbr title="<!--paywall-->">a</abbr>&lt;!--paywall--&gt;</p><script><!--paywall--></script>';
    expect(
      clean(`<paywall-0></paywall-0><paywall-1>b</paywall-1><!--paywall-->${lookalikes}<p>c</p>`),
    ).toBe(
      '<p>b</p><!--paywall--><p><abbr title="&lt;!--paywall--&gt;">a</abbr>&lt;!--paywall--&gt;</p><p>c</p>',
    );
  });

  it.each([
    ...'button svg object select template noscript iframe xmp title script style textarea'
      .split(' ')
      .map((tag) => `<${tag}><!--paywall--></${tag}>`),
    '<p><abbr title="<!--paywall-->">a</abbr></p>',
    '<p>&lt;!--paywall--&gt;</p>',
    '<p>&amp;lt;!-- Paywall --&amp;gt;</p>',
    '<p>&#60;&excl;--<b>pay</b>wall--&#x3e;</p>',
    '<p>&lt;!\u2014paywall\u2014&gt;</p>',
    '<p>\uFF1C\uFF01\uFF0D\uFF0D\uFF50aywall\uFF0D\uFF0D\uFF1E</p>',
    '<! --paywall-->',
    '<!- -paywall-->',
    '<!--pay wall-->',
    '<!--paywall here-->',
    '<!--/paywall-->',
    '<paywall>',
    '<!--paywall',
  ])('is refused where %j would be lost, even if another one follows', (lost) => {
    const refusal = { ok: false, refusal: 'lost-marker' };
    expect(sanitiseArticleHtml(`<p>a</p>${lost}<p>b</p>`)).toEqual(refusal);
    expect(sanitiseArticleHtml(`<p>a</p>${lost}<p>b</p><!--paywall--><p>c</p>`).ok).toBe(false);
  });

  it('is a marker in any case, with spaces, and with characters that nobody sees', () => {
    for (const comment of [
      '<!--PAYWALL-->',
      '<!--\n paywall\t-->',
      '<!--\u200Bpay\u00ADwall\uFEFF-->',
    ]) {
      expect(clean(`<p>a</p>${comment}<p>b</p>`)).toBe('<p>a</p><!--paywall--><p>b</p>');
    }
  });

  it('is not suspected in words, nor in notes that only mention it', () => {
    const plain = '<p>The paywall, 1 &lt; 2.</p>';
    expect(clean(`<!-- on the paywall -->${plain}`)).toBe(plain);
  });

  it('stands free when it was alone in a paragraph', () => {
    expect(clean('<p>a</p><p> <!--paywall--> </p><p>b</p>')).toBe('<p>a</p><!--paywall--><p>b</p>');
  });
});

describe('whatever arrives', () => {
  it('is refused by name when it is nested beyond reason, and quickly', () => {
    const refusal = { ok: false, refusal: 'nested-too-deep' };
    expect(sanitiseArticleHtml('<b>'.repeat(160_000))).toEqual(refusal);
    expect(sanitiseArticleHtml('<ul>'.repeat(DEEPEST_NESTING) + 'x')).toEqual(refusal);
    expect(sanitiseArticleHtml('<blockquote>'.repeat(DEEPEST_NESTING - 1) + 'x').ok).toBe(true);
  });

  it('takes half a megabyte of anything within a second or two', () => {
    for (const piece of [
      '<',
      '<p>',
      '<p ',
      '</p>',
      '<!--',
      '<!--paywall-->',
      '&amp',
      'paywall-1 ',
      '<a a=',
    ]) {
      const start = performance.now();
      sanitiseArticleHtml(piece.repeat(Math.floor(500_000 / piece.length)));
      expect(performance.now() - start, piece).toBeLessThan(4_000);
    }
  });

  it('loses control characters and halves of surrogate pairs', () => {
    expect(clean('<p>a\u0000b\uD800c&#0;&#1;\r\nd</p>')).toBe('<p>ab\uFFFDc\uFFFD\nd</p>');
  });

  it('cleaning a clean text changes nothing', () => {
    fc.assert(
      fc.property(anyMarkup, (dirty) => {
        const once = sanitiseArticleHtml(dirty);
        if (once.ok) expect(sanitiseArticleHtml(once.html)).toEqual(once);
      }),
      { numRuns: 3_000 },
    );
  });

  it('comes out balanced, without a foreign tag or comment', () => {
    fc.assert(
      fc.property(anyMarkup, (dirty) => {
        const result = sanitiseArticleHtml(dirty);
        if (!result.ok) return;
        const open: string[] = [];
        for (const [, slash, tag] of result.html.matchAll(/<(\/?)([a-z][a-z\d-]*)[^>]*>/g)) {
          expect(tag).toMatch(
            /^(p|h[2-4]|[uod]l|li|d[td]|blockquote|pre|fig\w+|aside|hr|table|caption|t\w+|[abisqu]|abbr|br|cite|code|em|img|kbd|mark|small|strong|su[bp])$/,
          );
          if (slash === '/') expect(open.pop()).toBe(tag);
          else if (!/^(br|hr|img)$/.test(tag ?? '')) open.push(tag ?? '');
        }
        expect(open).toEqual([]);
        expect(result.html.replace('<!--paywall-->', '')).not.toContain('<!');
        expect(result.html).not.toMatch(/<[^>]*\s(on\w+|style|class|srcdoc)=/);
        const ids = [...result.html.matchAll(/<[^>]*\sid="([^"]*)"/g)].map(([, id]) => id);
        for (const id of ids) expect(id).toMatch(/^fn(ref)?[1-9]\d{0,2}$/);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
