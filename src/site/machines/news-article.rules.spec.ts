import { describe, expect, it } from 'vitest';
import { leadCard } from '../../../test/support/site-samples/articles.js';
import { newsArticle, scriptData } from './news-article.rules.js';

const publisher = { name: 'The Broadsheet', origin: 'https://town.test', logo: '/logo.svg' };
const described = (gate: 'public' | 'registered' | 'metered' | 'members') =>
  newsArticle({ ...leadCard, gate }, 'https://town.test/articles/x', publisher);

describe('A search engine is told of an article', () => {
  it('what everybody may know of it, with whole addresses', () => {
    expect(described('public')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      mainEntityOfPage: { '@id': 'https://town.test/articles/x' },
      headline: leadCard.title,
      description: leadCard.standfirst,
      datePublished: leadCard.publishedAt.toISOString(),
      dateModified: leadCard.updatedAt.toISOString(),
      author: [
        { '@type': 'Person', name: 'Ada Winter', url: 'https://town.test/authors/ada-winter' },
      ],
      image: ['https://town.test/assets/town/harbour.svg'],
      publisher: { name: 'The Broadsheet', logo: { url: 'https://town.test/logo.svg' } },
    });
  });

  it('that all of it is free, where everybody may read it', () => {
    expect(described('public')).toMatchObject({ isAccessibleForFree: true });
    expect(described('public')).not.toHaveProperty('hasPart');
  });

  it.each(['registered', 'metered', 'members'] as const)(
    'which part is not free, behind the gate %s',
    (gate) => {
      expect(described(gate)).toMatchObject({
        isAccessibleForFree: false,
        hasPart: {
          '@type': 'WebPageElement',
          isAccessibleForFree: false,
          cssSelector: '.paywall',
        },
      });
    },
  );

  it('never its text', () => {
    expect(described('members')).not.toHaveProperty('articleBody');
  });

  it('in a script that no headline can end', () => {
    const hostile = '</script><!--<script>alert(1)</script>&\u2028';
    const written = scriptData({ headline: hostile });
    expect(written).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(written)).toEqual({ headline: hostile });
  });
});
