/** The town's paper is fit to print. */
import { describe, expect, it } from 'vitest';
import { articleKinds, gates } from '../../../src/articles/article.js';
import {
  missingForPublication,
  refusedHero,
} from '../../../src/articles/desk/article-draft.rules.js';
import { closedGate, refusedOfGate } from '../../../src/articles/article-gate.rules.js';
import { sanitiseArticleHtml } from '../../../src/articles/text/article-html.rules.js';
import { countWords, readHtml, visibleText } from '../../../src/articles/text/html-tree.rules.js';
import { cutAtPaywall, withoutMarker } from '../../../src/articles/text/paywall-cut.rules.js';
import { SLUG } from '../../../src/articles/slug.rules.js';
import { articles } from './articles.js';
import { drafts } from './drafts.js';
import { authors, sections, tags } from './masthead.js';

const slugs = (items: { slug: string }[]): string[] => items.map(({ slug }) => slug);
const words = (html: string): number => countWords(visibleText(readHtml(html)));

describe("the town's paper", () => {
  it('has at least thirty articles, and those that the guide names', () => {
    expect(articles.length).toBeGreaterThanOrEqual(32);
    expect(new Set(slugs(articles)).size).toBe(articles.length);
    const named = ['public', 'registered', 'members'].map((gate) => `${gate}-story`);
    const metered = [1, 2, 3, 4, 5, 6].map((number) => `metered-story-${number}`);
    expect(slugs(articles)).toEqual(expect.arrayContaining([...named, ...metered]));
    for (const { slug, gate } of articles) {
      const told = /^(public|registered|metered|members)-story/.exec(slug)?.[1];
      if (told !== undefined) expect(gate, slug).toBe(told);
    }
  });

  it('has every kind, every gate, and uses every section, author and tag', () => {
    expect(new Set(articles.map(({ kind }) => kind))).toEqual(new Set(articleKinds));
    expect(new Set(articles.map(({ gate }) => gate))).toEqual(new Set(gates));
    expect(new Set(articles.map(({ section }) => section))).toEqual(new Set(slugs(sections)));
    expect(new Set(articles.flatMap((article) => article.authors))).toEqual(
      new Set(slugs(authors)),
    );
    expect(new Set(articles.flatMap((article) => article.tags))).toEqual(new Set(slugs(tags)));
  });

  it.each(articles)('"$title" is fit to print as it stands', (article) => {
    const result = sanitiseArticleHtml(article.bodyHtml);
    expect(result).toEqual({ ok: true, html: article.bodyHtml });
    expect(article.slug).toMatch(SLUG);
    // The kicker above the title says so already.
    expect(article.title).not.toMatch(/^(briefing|memo|trend report)\b/i);
    expect(article.title.length).toBeLessThanOrEqual(200);
    expect(article.standfirst.length).toBeLessThanOrEqual(500);
    expect(missingForPublication(article)).toEqual([]);
    expect(refusedHero(article.heroImage)).toEqual([]);
    expect(refusedOfGate(closedGate, article)).toEqual([]);
    const { previewHtml } = cutAtPaywall(article.bodyHtml);
    expect(words(previewHtml)).toBeGreaterThan(30);
    expect(words(previewHtml)).toBeLessThan(words(article.bodyHtml) / 2);
    expect(words(withoutMarker(article.bodyHtml))).toBeGreaterThanOrEqual(250);
  });

  it.each(drafts)('"$title" is not printed yet, and clean as it stands', (draft) => {
    expect(sanitiseArticleHtml(draft.bodyHtml)).toEqual({ ok: true, html: draft.bodyHtml });
    expect(draft.slug).toMatch(SLUG);
    expect(slugs(articles)).not.toContain(draft.slug);
    expect(refusedOfGate(closedGate, draft)).toEqual([]);
  });
});
