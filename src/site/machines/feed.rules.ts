/** A feed in RSS 2.0: of each article what everybody may see, never more, whoever asks. */
import type { PublicArticle } from '../../articles/article.js';
import { absoluteLinks } from './absolute-links.rules.js';
import { type Xml, element, xmlDocument } from './xml.js';

export interface Channel {
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** The site's own address, without a slash at the end. */
  origin: string;
  /** Full addresses: of the page that this is the feed of, and of the feed. */
  page: string;
  self: string;
  addressOf: (slug: string) => string;
}

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** @param articles the newest first */
export function feedOf(channel: Channel, articles: readonly PublicArticle[]): string {
  const { title, description, language, page, self } = channel;
  const changed = articles.map(({ updatedAt }) => updatedAt.getTime());
  return xmlDocument(
    element('rss', { version: '2.0', ...namespaces }, [
      element('channel', {}, [
        element('title', {}, title),
        element('link', {}, page),
        element('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
        element('description', {}, description),
        element('language', {}, language),
        ...(changed.length === 0
          ? []
          : [element('lastBuildDate', {}, new Date(Math.max(...changed)).toUTCString())]),
        ...articles.map((article) => itemOf(article, channel)),
      ]),
    ]),
  );
}

function itemOf(article: PublicArticle, { origin, addressOf }: Channel): Xml {
  const { slug, title, standfirst, previewHtml, authors, section, publishedAt } = article;
  const address = addressOf(slug);
  return element('item', {}, [
    element('title', {}, title),
    element('link', {}, address),
    element('guid', { isPermaLink: 'true' }, address),
    element('pubDate', {}, publishedAt.toUTCString()),
    element('description', {}, standfirst),
    ...authors.map(({ name }) => element('dc:creator', {}, name)),
    ...(section === null ? [] : [element('category', {}, section.name)]),
    ...(previewHtml === ''
      ? []
      : [element('content:encoded', {}, absoluteLinks(previewHtml, origin))]),
  ]);
}
