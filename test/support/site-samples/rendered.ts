/** The sample pages as a browser is sent them, and what stands in them. */
import { renderPage } from '../../../src/site/render-page.js';
import { wordsOf } from '../visitor.js';
import { voice } from './frames.js';
import { gallery } from './gallery.js';

export const pages = Object.entries(gallery).map(([name, page]) => ({
  name,
  html: renderPage(page, voice),
}));

export function html(name: string): string {
  const found = pages.find((page) => page.name === name);
  if (found === undefined) throw new Error(`There is no sample of the page ${name}.`);
  return found.html;
}

/** What is read, without tags, on one line. */
export const text = (name: string): string => wordsOf(html(name));

export const tags = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);

export const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
