/** Markup as bad as it comes, for property tests: valid pieces, broken pieces and random text in any order. */
import fc from 'fast-check';

const tags =
  'p h1 h2 h4 ul ol li dl dt dd div blockquote pre figure figcaption aside hr table caption thead tbody tr td th a b em q time img br span section script style title svg textarea option custom-x'.split(
    ' ',
  );

const attributes = [
  '',
  ' href="/x"',
  ' href="https://a.test/?q=1&amp;b=[2]"',
  ' href="javascript:x"',
  ' href=a:b',
  ' href="%zz é"',
  ' src="/a.png" alt="<b>&quot;x"',
  ' src=//e',
  ' onclick="x()" class=c id=i style="a:b"',
  ' title=""',
  ' colspan=2 lang="de-AT"',
  ' "',
];

const piece = fc.oneof(
  fc
    .constantFrom(...tags)
    .chain((tag) => fc.constantFrom(...attributes).map((a) => `<${tag}${a}>`)),
  fc.constantFrom(...tags).map((tag) => `</${tag}>`),
  fc.constantFrom(
    '<!--paywall-->',
    '<!-- paywall',
    '<!-- x -->',
    '<paywall-0>',
    '<![CDATA[x]]>',
    '<?x',
    '&lt;',
    '&ampamp;',
    '&#0;',
    '&#xD800;',
    '\u0000',
    '\r',
    ' ',
    '\n',
    '<',
    '/>',
    '"',
  ),
  fc.constantFrom('word ', 'two words ', 'x', '. '),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** A beginning of a writing without spaces, and the joints that make one word of many. */
const spaceless = fc.constantFrom(
  '今天天气很好我们去公园散步',
  '今日は天気がいいです',
  'วันนี้อากาศดีมาก',
  'ວັນນີ້ອາກາດດີ',
  'ថ្ងៃនេះអាកាសធាតុល្អ',
  'བོད་ཡིག་',
  'word—',
  'word\u200B',
  'word\u2060',
  'o\u0301\u0323',
  '🐟',
);

/** Paragraphs without a single space, from a letter to thousands of them. */
export const spacelessParagraphs = fc
  .array(
    fc
      .tuple(spaceless, fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 400 })))
      .map(([piece, times]) => `<p>${piece.repeat(times)}</p>`),
    { maxLength: 30 },
  )
  .map((paragraphs) => paragraphs.join(''));

export const anyMarkup = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
