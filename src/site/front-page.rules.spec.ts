import { describe, expect, it } from 'vitest';
import { arrangeFrontPage } from './front-page.rules.js';

const harbour = { slug: 'harbour', name: 'Harbour' };
const market = { slug: 'market', name: 'Market' };
const quiet = { slug: 'quiet', name: 'Quiet' };

function card(slug: string, section: typeof harbour | null, pictured = false) {
  return { slug, section, heroImage: pictured ? {} : null };
}

describe('the front page', () => {
  it('is led by the newest article that has a picture', () => {
    const page = arrangeFrontPage([card('a', harbour), card('b', market, true)], [harbour, market]);
    expect(page.lead?.slug).toBe('b');
    expect(page.beside.map((c) => c.slug)).toEqual(['a']);
  });

  it('is led by the newest article when nobody sent a picture', () => {
    expect(arrangeFrontPage([card('a', null), card('b', null)], []).lead?.slug).toBe('a');
  });

  it('is empty, not broken, before the first article is published', () => {
    expect(arrangeFrontPage([], [harbour])).toEqual({
      lead: null,
      beside: [],
      blocks: [],
      others: [],
    });
  });

  it('shows every article at most once and leaves out sections without news', () => {
    const cards = Array.from({ length: 20 }, (_, i) =>
      card(`s${i}`, i % 2 ? harbour : market, i % 3 === 0),
    );
    const page = arrangeFrontPage(cards, [harbour, quiet, market]);
    const shown = [page.lead, ...page.beside, ...page.blocks.flatMap((b) => b.cards)].map(
      (c) => c?.slug,
    );
    expect(new Set(shown).size).toBe(shown.length);
    expect(page.blocks.map((b) => b.section.slug)).toEqual(['harbour', 'market']);
  });

  it('loses no article that belongs to no section', () => {
    const cards = Array.from({ length: 8 }, (_, i) => card(`s${i}`, null));
    expect(arrangeFrontPage(cards, [harbour]).others.map((c) => c.slug)).toEqual([
      's5',
      's6',
      's7',
    ]);
  });

  it('puts a pictured article first in its section', () => {
    const cards = [
      card('lead', null, true),
      ...['1', '2', '3', '4'].map((s) => card(s, null)),
      card('plain', harbour),
      card('pictured', harbour, true),
    ];
    expect(arrangeFrontPage(cards, [harbour]).blocks[0]?.cards.map((c) => c.slug)).toEqual([
      'pictured',
      'plain',
    ]);
  });
});
