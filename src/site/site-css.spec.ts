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
