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

export const anyMarkup = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
