/** A small tree of an article's HTML, read and written so that reading what was written gives the same tree. */
import { Parser } from 'htmlparser2';
import { isMarkerComment } from './paywall-marker.rules.js';
import { cleanText } from './plain-text.rules.js';

export interface HtmlElement {
  tag: string;
  attributes: Record<string, string>;
  children: HtmlNode[];
}

/** The editor's paywall marker is a node of its own; no other comment exists in the tree. */
export type HtmlNode = HtmlElement | { text: string } | { marker: true };

export const PAYWALL_MARKER = '<!--paywall-->';

const voidTags = new Set(['br', 'hr', 'img']);

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tag' in node;
}

/**
 * Reads markup that is already clean. The nesting must be bounded by the caller: the functions that
 * walk the tree are recursive.
 *
 * @param markerTag an element of this name also stands for the paywall marker; only the first marker counts
 */
export function readHtml(html: string, markerTag?: string): HtmlNode[] {
  const root: HtmlElement = { tag: '', attributes: {}, children: [] };
  const open: HtmlElement[] = [root];
  const here = (): HtmlElement => open[open.length - 1] ?? root;
  let marked = false;
  const mark = (): void => {
    if (!marked) here().children.push({ marker: true });
    marked = true;
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === markerTag) mark();
      const element: HtmlElement = { tag, attributes: { ...attributes }, children: [] };
      if (tag !== markerTag) here().children.push(element);
      open.push(element);
    },
    onclosetag() {
      open.pop();
    },
    ontext(text) {
      const cleaned = cleanText(text);
      const previous = here().children.at(-1);
      if (previous !== undefined && 'text' in previous) previous.text += cleaned;
      else if (cleaned !== '') here().children.push({ text: cleaned });
    },
    oncomment(data) {
      if (isMarkerComment(data)) mark();
    },
  });
  parser.end(html);
  return root.children;
}

export function writeHtml(nodes: readonly HtmlNode[]): string {
  return nodes.map(writeNode).join('');
}

function writeNode(node: HtmlNode): string {
  if ('marker' in node) return PAYWALL_MARKER;
  if (!isElement(node)) return escapeText(node.text);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
  if (voidTags.has(node.tag)) return `<${node.tag}${attributes}>`;
  return `<${node.tag}${attributes}>${writeHtml(node.children)}</${node.tag}>`;
}

/** Escaping `<` everywhere makes `<!--paywall-->` in the written text always the marker itself. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The words a reader sees; blocks are parted by a space, so that no two words grow together. */
export function visibleText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if ('marker' in node) return '';
      if (!isElement(node)) return node.text;
      if (node.tag === 'br') return ' ';
      const inside = visibleText(node.children);
      return isInline(node.tag) ? inside : ` ${inside} `;
    })
    .join('');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * In every writing, also in those that put no space between words. For texts of bounded length: the
 * segmenter's time grows with the square of what it is given at once, here a run without a space.
 */
export function countWords(text: string): number {
  return text
    .split(/\s+/u)
    .flatMap((run) => [...segmenter.segment(run)])
    .filter(({ isWordLike }) => isWordLike).length;
}

const inlineTags = new Set(
  'a abbr b br cite code em i img kbd mark q s small strong sub sup time u'.split(' '),
);

export function isInline(tag: string): boolean {
  return inlineTags.has(tag);
}

/** How many elements stand within each other at the deepest place. */
export function depthOf(nodes: readonly HtmlNode[]): number {
  return nodes.reduce(
    (deepest, node) => (isElement(node) ? Math.max(deepest, 1 + depthOf(node.children)) : deepest),
    0,
  );
}
