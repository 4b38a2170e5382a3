/** The sample pages that are read: the front page, a section, an article, and each wall before it. */
import type { VNode } from 'preact';
import { arrangeFrontPage } from '../../../src/site/front-page.rules.js';
import { ArticlePage } from '../../../src/site/pages/article.page.js';
import { HomePage } from '../../../src/site/pages/home.page.js';
import { AuthorPage } from '../../../src/site/pages/author.page.js';
import { OfflinePage } from '../../../src/site/pages/offline.page.js';
import { SearchPage } from '../../../src/site/pages/search.page.js';
import { SectionPage } from '../../../src/site/pages/section.page.js';
import { TagPage } from '../../../src/site/pages/tag.page.js';
import type { LeafProps } from '../../../src/site/page-props.js';
import { bodyHtml, cards, leadCard, meter, teaserHtml } from './articles.js';
import { member, now, registered, sections, stranger, whose } from './frames.js';
import { monthly, offer, payUrl } from './memberships.js';

const denied = {
  granted: false as const,
  previewHtml: teaserHtml,
  meter: null,
  offers: [offer],
  payUrl: null,
  institutionsSignIn: false,
};

const leaf = (path: string, more: Partial<LeafProps>): LeafProps => ({
  cards: cards.slice(0, 6),
  path,
  older: null,
  newer: null,
  ...more,
});

const noNotes = { institution: null, isGift: false, giftRefusal: null, mayGive: false };

export const readingPages: Record<string, VNode> = {
  home: (
    <HomePage
      frame={{ ...stranger, path: '/' }}
      today={now}
      {...arrangeFrontPage(cards, sections)}
    />
  ),
  'home-empty': (
    <HomePage frame={{ ...stranger, path: '/' }} today={now} {...arrangeFrontPage([], sections)} />
  ),
  section: (
    <SectionPage
      frame={{ ...stranger, path: '/sections/harbour' }}
      section={{ slug: 'harbour', name: 'Harbour' }}
      leaf={leaf('/sections/harbour', { older: '/sections/harbour?cursor=x' })}
    />
  ),
  'section-empty': (
    <SectionPage
      frame={stranger}
      section={{ slug: 'market', name: 'Market' }}
      leaf={leaf('/sections/market', { cards: [] })}
    />
  ),
  tag: (
    <TagPage
      frame={{ ...stranger, path: '/tags/the-wend' }}
      tag={{ slug: 'the-wend', name: 'The Wend' }}
      leaf={leaf('/tags/the-wend?cursor=x', {
        older: '/tags/the-wend?cursor=y',
        newer: '/tags/the-wend',
      })}
    />
  ),
  author: (
    <AuthorPage
      frame={{ ...stranger, path: '/authors/ada-winter' }}
      author={{
        slug: 'ada-winter',
        name: 'Ada Winter',
        bio: 'Ada Winter covers the harbour and the river. She grew up on a barge.',
      }}
      leaf={leaf('/authors/ada-winter', {})}
    />
  ),
  'author-unknown': (
    <AuthorPage
      frame={stranger}
      author={{ slug: 'otto-reed', name: 'Otto Reed', bio: null }}
      leaf={leaf('/authors/otto-reed', {})}
    />
  ),
  offline: <OfflinePage frame={{ ...stranger, path: '/offline', sections: [] }} />,
  search: <SearchPage frame={stranger} words="ferry" cards={cards.slice(0, 3)} older={null} />,
  'search-empty': <SearchPage frame={stranger} words="zeppelin" cards={[]} older={null} />,
  article: (
    <ArticlePage
      frame={member}
      article={leadCard}
      reading={{ granted: true, bodyHtml, meter: null }}
      notes={{ ...noNotes, mayGive: true }}
      next={cards.slice(1, 4)}
    />
  ),
  'article-metered': (
    <ArticlePage
      frame={registered}
      article={{ ...leadCard, gate: 'metered' }}
      reading={{ granted: true, bodyHtml, meter: meter(1) }}
    />
  ),
  'article-given': (
    <ArticlePage
      frame={stranger}
      article={leadCard}
      reading={{ granted: true, bodyHtml, meter: null }}
      notes={{ ...noNotes, isGift: true }}
    />
  ),
  'article-through-library': (
    <ArticlePage
      frame={stranger}
      article={leadCard}
      reading={{ granted: true, bodyHtml, meter: null }}
      notes={{ ...noNotes, institution: 'City Library' }}
    />
  ),
  ...Object.fromEntries(
    (['expired', 'used-up', 'withdrawn', 'unknown'] as const).map((giftRefusal) => [
      `gift-${giftRefusal}`,
      <ArticlePage
        frame={stranger}
        article={leadCard}
        reading={{ ...denied, denial: 'sign-in-required' }}
        notes={{ ...noNotes, giftRefusal }}
      />,
    ]),
  ),
  'article-metered-stranger': (
    <ArticlePage
      frame={stranger}
      article={{ ...leadCard, gate: 'metered' }}
      reading={{
        granted: true,
        bodyHtml,
        meter: { ...meter(1), windowDays: 30, limitWithAccount: 5 },
      }}
    />
  ),
  'article-plain': (
    <ArticlePage
      frame={stranger}
      article={{ ...leadCard, heroImage: null, authors: [], section: null, kind: 'memo' }}
      reading={{ granted: true, bodyHtml, meter: null }}
    />
  ),
  'wall-stranger': (
    <ArticlePage
      frame={stranger}
      article={leadCard}
      reading={{ ...denied, denial: 'sign-in-required', institutionsSignIn: true }}
    />
  ),
  'wall-two-prices': (
    <ArticlePage
      frame={stranger}
      article={leadCard}
      reading={{
        ...denied,
        denial: 'sign-in-required',
        offers: [{ ...monthly, trialDays: 7 }],
      }}
    />
  ),
  'wall-free-account': (
    <ArticlePage
      frame={stranger}
      article={{ ...leadCard, gate: 'registered' }}
      reading={{ ...denied, denial: 'sign-in-required' }}
    />
  ),
  'wall-free-articles': (
    <ArticlePage
      frame={stranger}
      article={{ ...leadCard, gate: 'metered' }}
      reading={{ ...denied, denial: 'sign-in-required' }}
    />
  ),
  'wall-membership': (
    <ArticlePage
      frame={registered}
      article={leadCard}
      reading={{ ...denied, denial: 'membership-required' }}
    />
  ),
  'wall-plan': (
    <ArticlePage
      frame={member}
      article={leadCard}
      reading={{ ...denied, denial: 'plan-required' }}
    />
  ),
  'wall-meter': (
    <ArticlePage
      frame={registered}
      article={{ ...leadCard, gate: 'metered' }}
      reading={{ ...denied, denial: 'meter-exhausted', meter: meter(3) }}
    />
  ),
  'wall-more-with-account': (
    <ArticlePage
      frame={stranger}
      article={{ ...leadCard, gate: 'metered' }}
      reading={{
        ...denied,
        denial: 'meter-exhausted',
        meter: { ...meter(3), windowDays: 30, limitWithAccount: 5 },
      }}
    />
  ),
  'wall-overdue': (
    <ArticlePage
      frame={whose('suspended')}
      article={leadCard}
      reading={{ ...denied, offers: [], denial: 'payment-overdue', payUrl }}
    />
  ),
  ...Object.fromEntries(
    (['ended', 'paused', 'blocked'] as const).map((state) => [
      `wall-${state}`,
      <ArticlePage
        frame={whose(state)}
        article={leadCard}
        reading={{ ...denied, denial: 'membership-required' }}
      />,
    ]),
  ),
  'wall-nothing-on-sale': (
    <ArticlePage
      frame={stranger}
      article={leadCard}
      reading={{ ...denied, offers: [], denial: 'sign-in-required' }}
    />
  ),
};
