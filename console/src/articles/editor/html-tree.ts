/** A small tree of an article's HTML, for what the API has written: well-formed, of few elements, with one comment. */

export interface HtmlElement {
  tag: string;
  attributes: Record<string, string>;
  children: HtmlNode[];
}

/** The paywall marker is a node of its own. */
export type HtmlNode = HtmlElement | { text: string } | { marker: true };

export const paywallMarker = '<!--paywall-->';

const voidTags = new Set(['br', 'hr', 'img']);

const inlineTags = new Set(
  'a abbr b br cite code em i img kbd mark q s small strong sub sup time u'.split(' '),
);

export const isElement = (node: HtmlNode): node is HtmlElement => 'tag' in node;

export const isInline = (node: HtmlNode): boolean =>
  'text' in node || (isElement(node) && inlineTags.has(node.tag));

const token = /<!--([\s\S]*?)-->|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi;
const attribute = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;

/** What does not fit is passed over: an end without a beginning, any comment but the marker. */
export function readHtml(html: string): HtmlNode[] {
  const root: HtmlElement = { tag: '', attributes: {}, children: [] };
  const open: HtmlElement[] = [root];
  for (const [whole, comment, slash, name, rest = ''] of html.matchAll(token)) {
    const here = open.at(-1) ?? root;
    if (comment !== undefined) {
      if (comment.trim().toLowerCase() === 'paywall') here.children.push({ marker: true });
    } else if (name === undefined) {
      here.children.push({ text: decoded(whole) });
    } else if (slash === '') {
      const tag = name.toLowerCase();
      const element = { tag, attributes: attributesIn(rest), children: [] };
      here.children.push(element);
      if (!voidTags.has(tag)) open.push(element);
    } else {
      const at = open.findLastIndex(({ tag }) => tag === name.toLowerCase());
      if (at > 0) open.length = at;
    }
  }
  return root.children;
}

function attributesIn(rest: string): Record<string, string> {
  const pairs = [...rest.matchAll(attribute)].map(([, name = '', ...values]): [string, string] => [
    name.toLowerCase(),
    decoded(values.find((value) => value !== undefined) ?? ''),
  ]);
  return Object.fromEntries(pairs);
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole;
    const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export const escapedText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapedValue = (value: string): string => escapedText(value).replaceAll('"', '&quot;');

/** The beginning of an element; what is null or undefined is left out. */
export function openingTag(
  tag: string,
  attributes: Readonly<Record<string, unknown>> = {},
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapedValue(String(value))}"`);
  return `<${tag}${written.join('')}>`;
}

/** The words alone; blocks are parted by a space. */
export function wordsIn(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if ('marker' in node) return ' ';
      if ('text' in node) return node.text;
      return isInline(node) && node.tag !== 'br'
        ? wordsIn(node.children)
        : ` ${wordsIn(node.children)} `;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
