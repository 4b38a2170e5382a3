/** Splits an article's text into what everybody may see and what is withheld. */
import { hasWords, isHollow } from './html-structure.rules.js';
import {
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

/** Without a marker, a block that would carry the preview past one of these is withheld whole. */
const most: Size = { words: 160, characters: 1_200, wordless: 1, pictures: 3 };

/** Characters of the public part that search looks at; what PostgreSQL keeps of a text for it has a limit, too. */
const LONGEST_SEARCHED = 100_000;

interface Size {
  words: number;
  /** Of what can be read, also in descriptions and titles. */
  characters: number;
  /** Blocks that show something but no word: a picture alone, a line, an empty table. */
  wordless: number;
  pictures: number;
}

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
  const index = nodes.findIndex(holdsMarker);
  const node = nodes[index];
  if (node === undefined) return { before: [...nodes], behind: [] };
  const before = nodes.slice(0, index);
  const behind = nodes.slice(index + 1);
  if (!isElement(node)) return { before, behind };
  const inside = splitAtMarker(node.children);
  return {
    before: [...before, { ...node, children: inside.before }],
    behind: [{ ...node, children: inside.behind }, ...behind],
  };
}

function holdsMarker(node: HtmlNode): boolean {
  return 'marker' in node || (isElement(node) && node.children.some(holdsMarker));
}

function firstBlocks(blocks: readonly HtmlNode[]): HtmlNode[] {
  const last = blocks.findLastIndex(hasWords);
  const preview: HtmlNode[] = [];
  let size: Size = { words: 0, characters: 0, wordless: 0, pictures: 0 };
  for (const block of blocks.slice(0, Math.max(last, 0))) {
    const grown = size.words < PREVIEW_WORDS ? grownBy(block, size) : null;
    if (grown === null) break;
    preview.push(block);
    size = grown;
  }
  return withoutTrailingHeadings(preview);
}

/** Null where the block does not fit. Words are counted only in what is short enough. */
function grownBy(block: HtmlNode, size: Size): Size | null {
  const text = cleanLine(visibleText([block]));
  const { described, pictures } = besidesText(block);
  // A space parts each block from the next.
  const length = text === '' ? 0 : [...text].length + 1;
  const characters = size.characters + length + [...described].length;
  if (characters > most.characters) return null;
  const grown: Size = {
    words: size.words + countWords(text),
    characters,
    wordless: size.wordless + (hasWords(block) || isHollow(block) ? 0 : 1),
    pictures: size.pictures + pictures,
  };
  const fits =
    grown.words <= most.words && grown.wordless <= most.wordless && grown.pictures <= most.pictures;
  return fits ? grown : null;
}

/** What a block shows other than its words. */
function besidesText(node: HtmlNode): { described: string; pictures: number } {
  if (!isElement(node)) return { described: '', pictures: 0 };
  const { alt = '', title = '' } = node.attributes;
  const inside = node.children.map(besidesText);
  return {
    described: [alt, title, ...inside.map(({ described }) => described)].join(''),
    pictures: inside.reduce((sum, { pictures }) => sum + pictures, node.tag === 'img' ? 1 : 0),
  };
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
