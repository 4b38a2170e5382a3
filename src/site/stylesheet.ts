/** Joins the one stylesheet of the reader's pages: the publication's colours and fonts, our styles, its own at the end. */
import { readFileSync } from 'node:fs';
import { paletteOf } from '../platform/publication/load-publication.js';
import type { Publication } from '../platform/publication/publication.js';

/** In the order that they are read in: what stands later prevails. */
const ours = [
  'ground',
  'masthead',
  'cards',
  'front',
  'lists',
  'article',
  'prose',
  'wall',
  'join',
  'forms',
  'account',
  'security',
  'mailbox',
  'print',
];

const ourFonts = {
  text: "'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, Palatino, Georgia, serif",
  small:
    "'Avenir Next', 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif",
};

/** @param own what the publisher adds: `theme.css` of the publication's folder */
export function stylesheetOf(publication: Publication, own: string): string {
  const styles = ours.map((name) =>
    readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8'),
  );
  return [rootOf(publication), ...styles, own].map(tightened).join('\n');
}

function rootOf(publication: Publication): string {
  const { fonts } = publication;
  const light = Object.entries(paletteOf(publication, 'light'));
  const dark = Object.entries(paletteOf(publication, 'dark'));
  const families = [
    ['serif', fonts?.text ?? ourFonts.text],
    ['sans', fonts?.small ?? ourFonts.small],
  ];
  return `:root{${declared([...light, ...families])}}@media (prefers-color-scheme:dark){:root{${declared(dark)}}}`;
}

const declared = (properties: readonly (readonly string[])[]): string =>
  properties.map(([name, value]) => `--${name}:${value}`).join(';');

/** Without comments and indents, which browsers have no use for. */
const tightened = (css: string): string =>
  css.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\s*\n\s*/g, '\n');
