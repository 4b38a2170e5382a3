/** What differs between two versions of an article, in words without any markup, so that nothing can be injected by them. */
import { diffArrays } from 'diff';
import {
  type HtmlNode,
  isElement,
  readHtml,
  visibleText,
  writeHtml,
} from '../text/html-tree.rules.js';
import { tokensOf } from '../text/words.rules.js';
import { type Alike, alignedByWords } from './block-alignment.rules.js';

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A paragraph, a heading, a list, a picture. */
export interface BlockDifference {
  /** `changed` with nothing but `same` pieces: a link, an emphasis or a picture differs, and no word. */
  kind: 'same' | 'added' | 'removed' | 'changed';
  /** Like `p`, or `paywall` for the editor's marker; as it is in the later version. */
  tag: string;
  pieces: Piece[];
}

export interface Comparison {
  title: Piece[];
  standfirst: Piece[];
  blocks: BlockDifference[];
  /** `blocks` where some were too different to be compared word by word, and are shown as removed and added. */
  precision: 'words' | 'blocks';
}

export interface ComparedWords {
  title: string;
  standfirst: string;
  bodyHtml: string;
}

interface Block extends Alike {
  html: string;
}

/** How many steps a comparison may still take: what keeps the longest texts from holding up everybody. */
interface Effort {
  left: number;
}

const effortOfLine = 200_000;
const effortOfText = 800_000;

export function compareWords(from: ComparedWords, to: ComparedWords): Comparison {
  const effort = { left: effortOfText };
  const hunks = differences(blocksOf(from.bodyHtml), blocksOf(to.bodyHtml), sameHtml, effort);
  const compared = hunks.map((hunk) => compareHunk(hunk, effort));
  return {
    title: compareLine(from.title, to.title),
    standfirst: compareLine(from.standfirst, to.standfirst),
    blocks: compared.flatMap(({ blocks }) => blocks),
    precision: compared.every(({ isExact }) => isExact) ? 'words' : 'blocks',
  };
}

/** What stands in both, and after it what the one has in the place of what the other has. */
interface Hunk<T> {
  same: readonly T[];
  removed: readonly T[];
  added: readonly T[];
  /** False where the effort did not suffice, so that more may be the same. */
  isExact: boolean;
}

function differences<T>(
  from: readonly T[],
  to: readonly T[],
  isSame: (a: T, b: T) => boolean,
  effort: Effort,
): Hunk<T>[] {
  const { head, tail } = commonEnds(from, to, isSame);
  const [older, newer] = [from, to].map((all) => all.slice(head, all.length - tail));
  const middle = betweenEnds(older ?? [], newer ?? [], isSame, effort);
  return [
    { same: to.slice(0, head), removed: [], added: [], isExact: true },
    ...middle,
    { same: to.slice(to.length - tail), removed: [], added: [], isExact: true },
  ];
}

function betweenEnds<T>(
  from: readonly T[],
  to: readonly T[],
  comparator: (a: T, b: T) => boolean,
  effort: Effort,
): Hunk<T>[] {
  // The steps grow with the square of the length of the edit.
  const maxEditLength = Math.floor(Math.sqrt(Math.max(effort.left, 0)));
  const found = diffArrays([...from], [...to], { comparator, maxEditLength });
  const edits = found?.reduce(
    (sum, { added, removed, count }) => sum + (added || removed ? count : 0),
    0,
  );
  effort.left -= (edits ?? maxEditLength) ** 2 + from.length + to.length;
  if (found === undefined) return [{ same: [], removed: from, added: to, isExact: false }];
  const hunks: Hunk<T>[] = [];
  let open: Hunk<T> = { same: [], removed: [], added: [], isExact: true };
  for (const { value, added, removed } of found) {
    if (added) open = { ...open, added: value };
    else if (removed) open = { ...open, removed: value };
    else {
      hunks.push(open);
      open = { same: value, removed: [], added: [], isExact: true };
    }
  }
  return [...hunks, open];
}

function commonEnds<T>(
  from: readonly T[],
  to: readonly T[],
  isSame: (a: T, b: T) => boolean,
): { head: number; tail: number } {
  const most = Math.min(from.length, to.length);
  const matches = (a: number, b: number): boolean => {
    const [older, newer] = [from[a], to[b]];
    return older !== undefined && newer !== undefined && isSame(older, newer);
  };
  let head = 0;
  while (head < most && matches(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && matches(from.length - 1 - tail, to.length - 1 - tail)) tail += 1;
  return { head, tail };
}

function compareHunk(
  { same, removed, added, isExact }: Hunk<Block>,
  effort: Effort,
): { blocks: BlockDifference[]; isExact: boolean } {
  const blocks = same.map((block) => whole('same', block));
  let areAllExact = isExact;
  for (const [older, newer] of alignedByWords(removed, added)) {
    if (older !== null && newer !== null) {
      const difference = compareBlocks(older, newer, effort);
      if (difference !== null) {
        blocks.push(difference);
        continue;
      }
      areAllExact = false;
    }
    if (older !== null) blocks.push(whole('removed', older));
    if (newer !== null) blocks.push(whole('added', newer));
  }
  return { blocks, isExact: areAllExact };
}

function compareBlocks(older: Block, newer: Block, effort: Effort): BlockDifference | null {
  if (sameHtml(older, newer)) return whole('same', newer);
  const pieces = compareTexts(older.text, newer.text, effort);
  return pieces && { kind: 'changed', tag: newer.tag, pieces };
}

function compareLine(from: string, to: string): Piece[] {
  return (
    compareTexts(from, to, { left: effortOfLine }) ?? [
      { kind: 'removed', text: from },
      { kind: 'added', text: to },
    ]
  );
}

/** @returns null where they are too different for the effort that is left */
function compareTexts(from: string, to: string, effort: Effort): Piece[] | null {
  const hunks = differences(tokensOf(from), tokensOf(to), (a, b) => a === b, effort);
  if (!hunks.every(({ isExact }) => isExact)) return null;
  return joined(
    hunks.flatMap(({ same, removed, added }) => [
      { kind: 'same', text: same.join('') },
      { kind: 'removed', text: removed.join('') },
      { kind: 'added', text: added.join('') },
    ]),
  );
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const { kind, text } of pieces) {
    const last = result.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}

function whole(kind: Piece['kind'], { tag, text }: Block): BlockDifference {
  return { kind, tag, pieces: text === '' ? [] : [{ kind, text }] };
}

function sameHtml(a: Block, b: Block): boolean {
  return a.html === b.html;
}

function blocksOf(bodyHtml: string): Block[] {
  return readHtml(bodyHtml)
    .map((node) => ({ html: writeHtml([node]), tag: tagOf(node), text: textOf(node) }))
    .filter(({ tag, text }) => tag !== '' || text !== '');
}

function tagOf(node: HtmlNode): string {
  if ('marker' in node) return 'paywall';
  return isElement(node) ? node.tag : '';
}

/** A picture's description is what can be read of it. */
function textOf(node: HtmlNode): string {
  const text =
    visibleText([node]) +
    descriptionsIn(node)
      .map((alt) => ` [${alt}]`)
      .join('');
  return text.replace(/\s+/gu, ' ').trim();
}

function descriptionsIn(node: HtmlNode): string[] {
  if (!isElement(node)) return [];
  const { alt = '' } = node.attributes;
  return [
    ...(node.tag === 'img' && alt !== '' ? [alt] : []),
    ...node.children.flatMap(descriptionsIn),
  ];
}
