import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const assets = new URL('./assets/', import.meta.url);
const css = readFileSync(new URL('site.css', assets), 'utf8');

function colours(from: string): Map<string, string> {
  const start = css.indexOf(from);
  const block = css.slice(
    css.indexOf(':root', start),
    css.indexOf('}', css.indexOf(':root', start)),
  );
  return new Map(
    [...block.matchAll(/--(\w+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name ?? '', hex ?? '']),
  );
}

/** WCAG 2.2's relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

describe('what a reader with tired eyes gets', () => {
  it.each([
    ['by day', ':root'],
    ['by night', '@media (prefers-color-scheme: dark)'],
  ])('is ink that stands out from the paper %s', (_, from) => {
    const palette = colours(from);
    for (const paper of ['paper', 'tint']) {
      for (const ink of ['ink', 'soft', 'accent', 'alarm']) {
        const ratio = contrast(palette.get(ink) ?? '', palette.get(paper) ?? '');
        expect(ratio, `${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe('what a reader on a slow line has to load', () => {
  it('is less than 20 KB of styles, and nothing from elsewhere', () => {
    expect(Buffer.byteLength(css)).toBeLessThan(20_000);
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
