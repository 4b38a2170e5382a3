/** The site's sitemaps: where every published article is, and which of them are news. */
import { type Xml, element, xmlDocument } from './xml.js';

/** Addresses that one file may hold, less room for the front page and the lists of the paper. */
export const LARGEST_SITEMAP = 49_000;

/** Milliseconds. */
const hour = 60 * 60 * 1000;

/** Search engines look for news that is at most two days old, and for a thousand at once. */
const news = { age: 2 * 24 * hour, most: 1_000 };

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export interface Place {
  address: string;
  /** null for a page that changes with every article. */
  updatedAt: Date | null;
  /** null for what is no article. */
  article: { title: string; publishedAt: Date } | null;
}

export interface NewsSource {
  name: string;
  /** ISO 639. */
  language: string;
}

/** What is news then has been so for the whole hour. */
export function endOfHour(now: Date): Date {
  return new Date((Math.floor(now.getTime() / hour) + 1) * hour);
}

export function sitemapOf(places: readonly Place[], source: NewsSource, now: Date): string {
  const recent = places
    .filter(({ article }) => article !== null && now.getTime() - +article.publishedAt <= news.age)
    .slice(-news.most);
  const isNews = new Set(recent);
  const attributes = {
    xmlns: namespace,
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  };
  const urls = places.map((place) => urlOf(place, isNews.has(place) ? source : null));
  return xmlDocument(element('urlset', attributes, urls));
}

/** @param addresses of the sitemaps that hold it all together */
export function sitemapIndexOf(addresses: readonly string[]): string {
  const maps = addresses.map((address) => element('sitemap', {}, element('loc', {}, address)));
  return xmlDocument(element('sitemapindex', { xmlns: namespace }, maps));
}

function urlOf({ address, updatedAt, article }: Place, source: NewsSource | null): Xml {
  return element('url', {}, [
    element('loc', {}, address),
    ...(updatedAt === null ? [] : [element('lastmod', {}, updatedAt.toISOString())]),
    ...(source === null || article === null ? [] : [newsOf(article, source)]),
  ]);
}

function newsOf(article: NonNullable<Place['article']>, { name, language }: NewsSource): Xml {
  return element('news:news', {}, [
    element('news:publication', {}, [
      element('news:name', {}, name),
      element('news:language', {}, language),
    ]),
    element('news:publication_date', {}, article.publishedAt.toISOString()),
    element('news:title', {}, article.title),
  ]);
}
