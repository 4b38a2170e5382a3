/** Turns a page into the bytes that are sent. */

import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { english, Speaking, type Language } from './language.js';

export function renderPage(page: VNode, language: Language = english): string {
  return `<!doctype html>\n${renderToString(<Speaking language={language}>{page}</Speaking>)}\n`;
}
