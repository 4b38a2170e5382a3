/** Splits an article's text into what everybody may see and what is withheld. */
import { hasWords, isHollow } from './html-structure.rules.js';
import {
  type HtmlElement,
  type HtmlNode,
  PAYWALL_MARKER,
  countWords,
  isElement,
  readHtml,
  visibleText,
  writeHtml,
} from './html-tree.rules.js';
import { cleanLine } from './plain-text.rules.js';

/** Where no marker says otherwise, the preview ends with the block in which this word falls. */
const PREVIEW_WORDS = 80;

/** A block that would carry the preview past this many words is withheld whole. */
const LONGEST_PREVIEW_WORDS = 160;

/** Characters of the public part that search looks at; what PostgreSQL keeps of a text for it has a limit, too. */
const LONGEST_SEARCHED = 100_000;

/** What everybody may have of a text. */
export interface PublicPart {
  /** Balanced, with nothing in it from behind the cut; empty where nothing can be shown without showing all. */
  previewHtml: string;
  /** Its words, for search. */
  previewText: string;
}

/**
 * @param sanitisedHtml as `sanitiseArticleHtml` leaves it
 * @returns the public part; where it is empty, the standfirst is the teaser
 */
export function cutAtPaywall(sanitisedHtml: string): PublicPart {
  const nodes = readHtml(sanitisedHtml);
  const { before, behind } = splitAtMarker(nodes);
  // A marker behind the last word withholds nothing, which no editor means: it counts as none.
  const preview = behind.some(hasWords)
    ? before
    : firstBlocks(nodes.filter((node) => !('marker' in node)));
  const shown = withoutLooseEnd(preview);
  const words = cleanLine(visibleText(shown)).slice(0, LONGEST_SEARCHED);
  return { previewHtml: writeHtml(shown), previewText: words.toWellFormed() };
}

/** The whole text as readers get it. */
export function withoutMarker(sanitisedHtml: string): string {
  return sanitisedHtml.replaceAll(PAYWALL_MARKER, '');
}

function splitAtMarker(nodes: readonly HtmlNode[]): { before: HtmlNode[]; behind: HtmlNode[] } {
  for (const [index, node] of nodes.entries()) {
    const before = nodes.slice(0, index);
    const behind = nodes.slice(index + 1);
    if ('marker' in node) return { before, behind };
    if (!isElement(node) || !holdsMarker(node)) continue;
    const inside = splitAtMarker(node.children);
    return {
      before: [...before, { ...node, children: inside.before }],
      behind: [{ ...node, children: inside.behind }, ...behind],
    };
  }
  return { before: [...nodes], behind: [] };
}

function holdsMarker(element: HtmlElement): boolean {
  return element.children.some(
    (node) => 'marker' in node || (isElement(node) && holdsMarker(node)),
  );
}

function firstBlocks(blocks: readonly HtmlNode[]): HtmlNode[] {
  const last = blocks.findLastIndex(hasWords);
  const preview: HtmlNode[] = [];
  let words = 0;
  for (const block of blocks.slice(0, Math.max(last, 0))) {
    const grown = words + countWords(visibleText([block]));
    if (words >= PREVIEW_WORDS || grown > LONGEST_PREVIEW_WORDS) break;
    preview.push(block);
    words = grown;
  }
  return withoutTrailingHeadings(preview);
}

/** A heading announces what follows; at the end of a preview it would announce what is withheld. */
function withoutTrailingHeadings(blocks: readonly HtmlNode[]): HtmlNode[] {
  const last = blocks.findLastIndex((node) => !isElement(node) || !/^h[2-4]$/.test(node.tag));
  const solid = blocks.findLastIndex((node) => isElement(node) && !/^h[2-4]$/.test(node.tag));
  return blocks.slice(0, Math.min(last, solid) + 1);
}

/** Takes away what the cut left empty at the end: an opened paragraph, a list item without a word. */
function withoutLooseEnd(nodes: readonly HtmlNode[]): HtmlNode[] {
  const kept = [...nodes];
  while (kept.length > 0) {
    const node = kept.pop();
    if (node === undefined || 'marker' in node || isHollow(node)) continue;
    kept.push(isElement(node) ? { ...node, children: withoutLooseEnd(node.children) } : node);
    break;
  }
  return kept;
}
