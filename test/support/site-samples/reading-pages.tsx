/** The sample pages that are read: the front page, a section, an article, and each wall before it. */
import type { VNode } from 'preact';
import { arrangeFrontPage } from '../../../src/site/front-page.rules.js';
import { ArticlePage } from '../../../src/site/pages/article.page.js';
import { HomePage } from '../../../src/site/pages/home.page.js';
import { SearchPage } from '../../../src/site/pages/search.page.js';
import { SectionPage } from '../../../src/site/pages/section.page.js';
import { bodyHtml, cards, leadCard, meter, teaserHtml } from './articles.js';
import { member, now, registered, sections, stranger, whose } from './frames.js';
import { offer, payUrl } from './memberships.js';

const denied = {
  granted: false as const,
  previewHtml: teaserHtml,
  meter: null,
  offers: [offer],
  payUrl: null,
};

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
      cards={cards.slice(0, 6)}
      older="/sections/harbour?cursor=x"
    />
  ),
  'section-empty': (
    <SectionPage
      frame={stranger}
      section={{ slug: 'market', name: 'Market' }}
      cards={[]}
      older={null}
    />
  ),
  search: <SearchPage frame={stranger} words="ferry" cards={cards.slice(0, 3)} older={null} />,
  'search-empty': <SearchPage frame={stranger} words="zeppelin" cards={[]} older={null} />,
  article: (
    <ArticlePage
      frame={member}
      article={leadCard}
      reading={{ granted: true, bodyHtml, meter: null }}
      notes={{ ...noNotes, mayGive: true }}
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
      reading={{ ...denied, denial: 'sign-in-required' }}
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
