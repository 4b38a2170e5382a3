/** Turns a page into the bytes that are sent. */

import type { FunctionComponent, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Speaking, type Voice } from './language.js';
import type { PageFrame } from './page-frame.js';

export function renderPage(page: VNode, voice: Voice): string {
  return `<!doctype html>\n${renderToString(<Speaking voice={voice}>{page}</Speaking>)}\n`;
}

/** The same for callers that are no JSX themselves. */
export function renderPageOf<Props extends { frame: PageFrame }>(
  Page: FunctionComponent<Props>,
  props: Props,
): string {
  return renderPage(<Page {...props} />, props.frame.voice);
}
