/** Marks in a whole text the part that not everybody may read, so that the page keeps what its metadata says. */
import type { Gate } from '../page-props.js';

/** What stands around that part: the text behind the cut, or for who may not read it the wall. */
export const GATED_CLASS = 'paywall';

interface WholeText {
  gate: Gate;
  /** Balanced. */
  bodyHtml: string;
  /** Its public part, balanced: where the text begins with it, what is left is balanced, too. */
  previewHtml: string;
}

/** Where the cut lies within an element, the two cannot be told apart: then all of it is marked. */
export function withGatedPartMarked({ gate, bodyHtml, previewHtml }: WholeText): string {
  if (gate === 'public') return bodyHtml;
  const open = bodyHtml.startsWith(previewHtml) ? previewHtml : '';
  return `${open}<div class="${GATED_CLASS}">${bodyHtml.slice(open.length)}</div>`;
}
