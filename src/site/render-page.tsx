/** Turns a page into the bytes that are sent. */

import type { FunctionComponent, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { english, Speaking, type Language } from './language.js';

export function renderPage(page: VNode, language: Language = english): string {
  return `<!doctype html>\n${renderToString(<Speaking language={language}>{page}</Speaking>)}\n`;
}

/** The same for callers that are no JSX themselves. */
export function renderPageOf<Props extends object>(
  Page: FunctionComponent<Props>,
  props: Props,
): string {
  return renderPage(<Page {...props} />);
}
