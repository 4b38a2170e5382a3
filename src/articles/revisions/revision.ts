/** One version of an article's words, as the desk looks back at it. */

export interface Revision {
  /** Counts from 1. */
  number: number;
  title: string;
  /** Of the whole text. */
  words: number;
  /** Whose edit it was; null for an import. */
  editorId: string | null;
  createdAt: Date;
  current: boolean;
}

/** With everything that it says, the gated text included. */
export interface WholeRevision extends Revision {
  standfirst: string;
  bodyHtml: string;
}
