/** The one door through which stored article HTML enters a page unescaped. */

import { furnished } from './furniture.rules.js';
import { useLanguage } from './language.js';

declare const sanitised: unique symbol;

/** HTML that went through the articles room's sanitiser before it was stored. */
export type SanitisedArticleHtml = string & { readonly [sanitised]: true };

/**
 * Says that `stored` came out of the articles room, which sanitises at write time. Call it beside the read,
 * never on anything a reader or a query string supplied.
 */
export function sanitisedAtWriteTime(stored: string): SanitisedArticleHtml {
  return stored as SanitisedArticleHtml;
}

export function SanitisedHtml(props: { html: SanitisedArticleHtml; class: string }) {
  const { furniture } = useLanguage().words;
  const __html = furnished(props.html, furniture);
  return <div class={props.class} dangerouslySetInnerHTML={{ __html }} />;
}
