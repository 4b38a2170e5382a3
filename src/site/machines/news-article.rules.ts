/** An article in schema.org's words, as search engines want it: made of what everybody may know of it. */
import type { ArticleCardProps, NamedLink } from '../page-props.js';
import { paths } from '../site-paths.js';
import { GATED_CLASS } from './gated-part.rules.js';

export interface Publisher {
  name: string;
  /** The site's address, without a slash at the end. */
  origin: string;
  /** A path of this site. */
  logo: string;
}

/** The same for everybody: what is free follows from the article's gate, not from who reads. */
export function newsArticle(
  article: ArticleCardProps,
  address: string,
  publisher: Publisher,
): Record<string, unknown> {
  const { title, standfirst, gate, section, authors, heroImage } = article;
  const isFree = gate === 'public';
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': address },
    headline: title,
    description: standfirst,
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.updatedAt.toISOString(),
    ...(authors.length === 0
      ? {}
      : { author: authors.map((author) => personOf(author, publisher.origin)) }),
    publisher: {
      '@type': 'Organization',
      name: publisher.name,
      url: `${publisher.origin}/`,
      logo: { '@type': 'ImageObject', url: `${publisher.origin}${publisher.logo}` },
    },
    ...(heroImage === null ? {} : { image: [wholeAddress(heroImage.url, publisher.origin)] }),
    ...(section === null ? {} : { articleSection: section.name }),
    isAccessibleForFree: isFree,
    ...(isFree
      ? {}
      : {
          hasPart: {
            '@type': 'WebPageElement',
            isAccessibleForFree: false,
            cssSelector: `.${GATED_CLASS}`,
          },
        }),
  };
}

const personOf = ({ slug, name }: NamedLink, origin: string) => ({
  '@type': 'Person',
  name,
  url: `${origin}${paths.author(slug)}`,
});

export function wholeAddress(address: string, origin: string): string {
  return address.startsWith('/') ? `${origin}${address}` : address;
}

/** For a `<script>` element of data: nothing in it can end that element, or begin a comment. */
export function scriptData(data: Record<string, unknown>): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
