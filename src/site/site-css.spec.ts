import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadPublication } from '../platform/publication/load-publication.js';
import { stylesheetOf } from './stylesheet.js';

const assets = new URL('./assets/', import.meta.url);
const publication = loadPublication('publication');
const css = stylesheetOf(publication, '');

describe('what a reader on a slow line has to load', () => {
  it('is less than 8 KB of styles, compressed, and nothing from elsewhere', () => {
    expect(gzipSync(css).byteLength).toBeLessThan(8_000);
    expect(css).not.toMatch(/url\(|@import/);
  });

  it.each(readdirSync(new URL('town/', assets)))(
    'is a small, self-contained picture: %s',
    (file) => {
      const svg = readFileSync(new URL(`town/${file}`, assets), 'utf8');
      expect(Buffer.byteLength(svg)).toBeLessThan(6_000);
      expect(svg).toContain('viewBox="0 0 1600 900"');
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|<script|<style|\son\w+=/,
      );
    },
  );
});

describe('a page that runs from right to left', () => {
  // What turns with the direction of the language has logical names; a shorthand of four sides has none.
  const sided =
    /(?<![\w-])((margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right|top|bottom)[\w-]*|left|right|top|bottom|width|height|(min|max)-(width|height)|border-(top|bottom)-(left|right)-radius)\s*:|(float|clear|text-align)\s*:\s*(left|right)|translateX|\bto (left|right)\b|(margin|padding|inset)\s*:\s*[^\s;]+(\s+[^\s;]+){3}\s*;/g;
  const questions = /@media[^{]*\{/g;

  it.each(readdirSync(new URL('styles/', import.meta.url)))(
    'is styled by logical directions: %s',
    (file) => {
      const rules = readFileSync(new URL(`styles/${file}`, import.meta.url), 'utf8');
      expect(rules.replaceAll(questions, '{').match(sided)).toBeNull();
    },
  );

  it.each([
    'margin-left: 1rem;',
    'right: 0;',
    'text-align: left;',
    'padding: 0 1px 0 2px;',
    'width: 3px;',
  ])('would be told of %s', (rule) => expect(rule.match(sided)).not.toBeNull());
});

describe("a publisher's colours and fonts", () => {
  it('stand where ours would, and what she adds has the last word', () => {
    const hers = {
      ...publication,
      colours: { light: { accent: '#005a3c' } },
      fonts: { text: "'Source Serif', serif" },
    };
    const sheet = stylesheetOf(hers, '.masthead { color: teal; }');
    expect(sheet).toContain('--accent:#005a3c;');
    expect(sheet).toContain('--accent:#f0957c;');
    expect(sheet).toContain("--serif:'Source Serif', serif");
    expect(sheet.trimEnd().endsWith('.masthead { color: teal; }')).toBe(true);
  });

  it('leave no colour of ours in the styles themselves', () => {
    const screen = css.slice(css.indexOf('}}') + 2, css.indexOf('@media print'));
    expect(screen.match(/#[0-9a-f]{6}\b/gi)).toBeNull();
  });
});
