/** Somebody before an article, and what she has in hand. */
import type { Reader } from '../../users/reader.js';

/** A browser, known again by its signed cookie. */
export interface Visitor {
  readonly id: string;
  /** No cookie came with the request: this id has been made for it and is not known to the browser yet. */
  readonly isNew: boolean;
  /** Its cookie was sealed with a secret that will not be known for ever. */
  readonly isOld?: boolean;
}

export interface Visit {
  /** null for a stranger */
  readonly reader: Reader | null;
  readonly visitor: Visitor;
  /** The client's, from the socket or from a trusted proxy; whatever that says where it says no address. */
  readonly address: string;
  readonly userAgent: string;
  readonly acceptLanguage: string;
  /** What a gift link brought along, unproven. */
  readonly giftToken: string | null;
  /** False where nobody is reading yet, as for HEAD and prefetch. */
  readonly maySpend: boolean;
}
