/** Sets an article's elements into the order that HTML demands of them, so that every parser sees the same tree. */
import {
  type HtmlElement,
  type HtmlNode,
  isElement,
  isInline,
  visibleText,
} from './html-tree.rules.js';

/** These hold nothing but text and inline elements. */
const phrasing = new Set(['p', 'h2', 'h3', 'h4', 'pre', 'dt', 'caption']);

/** These hold only certain children; anything else found there is wrapped into the first of them. */
const children: Record<string, readonly [string, ...string[]]> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dd', 'dt'],
  table: ['tr', 'caption', 'thead', 'tbody', 'tfoot'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['td', 'th'],
};

/** These stand only within certain parents; elsewhere their content becomes paragraphs. */
const parents: Record<string, readonly string[]> = { figcaption: ['figure'] };
for (const [parent, allowed] of Object.entries(children)) {
  for (const child of allowed) parents[child] = [...(parents[child] ?? []), parent];
}

interface Place {
  /** The element around, or null for the article itself and for what takes only whole blocks. */
  parent: string | null;
  insideLink: boolean;
}

export function arrange(nodes: readonly HtmlNode[]): HtmlNode[] {
  return arrangeWithin(nodes, { parent: null, insideLink: false });
}

/** Loose nodes (text in a list, words outside of any paragraph) are gathered and wrapped together. */
function arrangeWithin(nodes: readonly HtmlNode[], place: Place): HtmlNode[] {
  const arranged: HtmlNode[] = [];
  let loose: HtmlNode[] = [];
  const wrapLoose = (): void => {
    if (loose.length === 0) return;
    const tag = place.parent === null ? 'p' : (children[place.parent]?.[0] ?? 'p');
    const wrapped = loose;
    loose = [];
    arranged.push(...placeElement({ tag, attributes: {}, children: wrapped }, place));
  };
  for (const node of nodes) {
    if ('marker' in node) {
      wrapLoose();
      arranged.push(node);
    } else if (isLoose(node, place)) {
      if (loose.length === 0 && isBlank(node)) arranged.push(node);
      else loose.push(node);
    } else {
      wrapLoose();
      arranged.push(...(isElement(node) ? placeElement(node, place) : [node]));
    }
  }
  wrapLoose();
  return arranged;
}

function isLoose(node: HtmlNode, place: Place): boolean {
  if (place.parent === null) {
    return !isElement(node) || (isInline(node.tag) && !holdsBlock(node));
  }
  const allowed = children[place.parent];
  return allowed !== undefined && !(isElement(node) && allowed.includes(node.tag));
}

function placeElement(element: HtmlElement, place: Place): HtmlNode[] {
  const { tag } = element;
  const orphan = parents[tag] !== undefined && !parents[tag].includes(place.parent ?? '');
  if (isInline(tag)) {
    // Inline elements cannot hold blocks, a link no link; a link to nowhere and a picture of nothing are none.
    const idle = tag === 'a' && (place.insideLink || element.attributes['href'] === undefined);
    if (tag === 'img') return element.attributes['src'] === undefined ? [] : [element];
    if (idle || holdsBlock(element)) return arrangeWithin(element.children, place);
  } else if (orphan || (phrasing.has(tag) && holdsBlock(element))) {
    const wrapper = children[place.parent ?? '']?.[0];
    return wrapper === undefined
      ? arrangeWithin(element.children, { parent: null, insideLink: false })
      : placeElement({ tag: wrapper, attributes: {}, children: element.children }, place);
  }
  const inside = { parent: tag, insideLink: place.insideLink || tag === 'a' };
  return withoutHollow({ ...element, children: arrangeWithin(element.children, inside) });
}

/** An element with nothing in it to see leaves only its white space and the editor's marker behind. */
function withoutHollow(element: HtmlElement): HtmlNode[] {
  if (!isHollow(element)) return [element];
  if (isInline(element.tag) && element.tag !== 'br') return element.children;
  if (element.tag === 'br') return [element];
  return markersIn(element.children);
}

function markersIn(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node) => {
    if ('marker' in node) return [node];
    return isElement(node) ? markersIn(node.children) : [];
  });
}

const substantial = new Set(['img', 'hr', 'td', 'th']);

/** True where a reader would see nothing; an empty cell keeps its table in shape and counts as something. */
export function isHollow(node: HtmlNode): boolean {
  if (!isElement(node)) return !('text' in node) || isBlank(node);
  return !substantial.has(node.tag) && node.children.every(isHollow);
}

function isBlank(node: HtmlNode): boolean {
  return 'text' in node && node.text.trim() === '';
}

function holdsBlock(element: HtmlElement): boolean {
  return element.children.some(
    (node) => isElement(node) && (!isInline(node.tag) || holdsBlock(node)),
  );
}

/** True where a reader finds something to read; signs alone, and letters that nobody sees, are no words. */
export function hasWords(node: HtmlNode): boolean {
  return /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u.test(visibleText([node]));
}
