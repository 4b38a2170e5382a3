import { describe, expect, it } from 'vitest';
import { all, readXml, textOf } from '../../../test/support/xml.js';
import { type Place, endOfHour, sitemapIndexOf, sitemapOf } from './sitemap.rules.js';

const now = new Date('2026-11-22T12:00:00Z');
const hours = (count: number) => new Date(now.getTime() - count * 60 * 60 * 1000);
const place = (slug: string, publishedAt: Date): Place => ({
  address: `https://town.test/articles/${slug}`,
  updatedAt: publishedAt,
  article: { title: `The ${slug} & more`, publishedAt },
});
const source = { name: 'The Broadsheet', language: 'en' };

describe('A sitemap', () => {
  it('says where each article is, and which are news of the last two days', () => {
    const front = { address: 'https://town.test/', updatedAt: null, article: null };
    const places = [front, place('old', hours(49)), place('fresh', hours(48))];
    const urls = all(readXml(sitemapOf(places, source, now)), 'url');
    expect(urls.map((url) => textOf(url, 'loc'))).toEqual([
      'https://town.test/',
      'https://town.test/articles/old',
      'https://town.test/articles/fresh',
    ]);
    expect(urls.map((url) => textOf(url, 'lastmod'))).toEqual([
      undefined,
      '2026-11-20T11:00:00.000Z',
      '2026-11-20T12:00:00.000Z',
    ]);
    expect(urls.map((url) => textOf(url, 'news:title'))).toEqual([
      undefined,
      undefined,
      'The fresh & more',
    ]);
  });

  it('names no more than a thousand of them as news', () => {
    const places = Array.from({ length: 1001 }, (_, at) => place(`story-${at}`, hours(1)));
    expect(all(readXml(sitemapOf(places, source, now)), 'news:news')).toHaveLength(1000);
  });

  it('is written as at the end of its hour, so that none of its news is ever too old', () => {
    const later = (minutes: number) => endOfHour(new Date(now.getTime() + minutes * 60_000));
    expect([later(0), later(59), later(60)]).toEqual([hours(-1), hours(-1), hours(-2)]);
  });

  it('of sitemaps leads to its parts', () => {
    const index = readXml(sitemapIndexOf(['https://town.test/sitemaps/1.xml']));
    expect(index.name).toBe('sitemapindex');
    expect(textOf(index, 'loc')).toBe('https://town.test/sitemaps/1.xml');
  });
});
