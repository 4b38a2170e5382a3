/** What the desk sees of an article's versions; comparisons are plain words, for whoever shows them to mark up. */
import { ApiProperty } from '@nestjs/swagger';
import type { Page } from '../../platform/http/page.dto.js';
import type { ComparedRevisions } from './article-revisions.service.js';
import type { Revision, WholeRevision } from './revision.js';
import type { BlockDifference, Comparison, Piece } from './revision-comparison.rules.js';

export class RevisionCardView {
  number: number;
  title: string;
  /** How many the whole text has. */
  words: number;
  /** Whose edit it was; null for an import. */
  editorId: string | null;
  /** What she is called; null also where she is gone. */
  editor: string | null;
  createdAt: Date;
  current: boolean;
}

/** What those are called who made the versions, by their ids. */
type Called = ReadonlyMap<string, string>;

export class RevisionPage {
  items: RevisionCardView[];
  nextCursor: string | null;
}

export class RevisionView extends RevisionCardView {
  standfirst: string;
  /** The whole text, with the `<!--paywall-->` marker where the editor set one. */
  bodyHtml: string;
}

const pieceKinds = ['same', 'added', 'removed'] as const satisfies readonly Piece['kind'][];
const blockKinds = [...pieceKinds, 'changed'] as const satisfies readonly BlockDifference['kind'][];
const precisions = ['words', 'blocks'] as const satisfies readonly Comparison['precision'][];

export class PieceView {
  @ApiProperty({ enum: pieceKinds })
  kind: Piece['kind'];
  /** Plain text, never markup. */
  text: string;
}

export class BlockDifferenceView {
  /** `changed` with nothing but `same` pieces: only a link, an emphasis or a picture differs. */
  @ApiProperty({ enum: blockKinds })
  kind: BlockDifference['kind'];
  /** Like `p`; `paywall` for the marker. */
  tag: string;
  pieces: PieceView[];
}

export class ComparisonView {
  from: RevisionCardView;
  to: RevisionCardView;
  title: PieceView[];
  standfirst: PieceView[];
  /** The paragraphs, headings, lists of both, in their order. */
  blocks: BlockDifferenceView[];
  /** `blocks` where some were too different to be compared word by word. */
  @ApiProperty({ enum: precisions })
  precision: Comparison['precision'];
}

export function presentRevisionPage(
  { items, nextCursor }: Page<Revision>,
  called: Called,
): RevisionPage {
  return { items: items.map((revision) => presentCard(revision, called)), nextCursor };
}

export function presentRevision(revision: WholeRevision, called: Called): RevisionView {
  const { standfirst, bodyHtml } = revision;
  return { ...presentCard(revision, called), standfirst, bodyHtml };
}

export function presentComparison(compared: ComparedRevisions, called: Called): ComparisonView {
  const { title, standfirst, blocks, precision } = compared;
  const ends = { from: presentCard(compared.from, called), to: presentCard(compared.to, called) };
  return { ...ends, title, standfirst, blocks, precision };
}

function presentCard(revision: Revision, called: Called): RevisionCardView {
  const { number, title, words, editorId, createdAt, current } = revision;
  const editor = called.get(editorId ?? '') ?? null;
  return { number, title, words, editorId, editor, createdAt, current };
}
