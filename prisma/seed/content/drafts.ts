/** What the paper is still working on. */
import type { ArticleSeed } from './article-seed.js';

export const drafts: Omit<ArticleSeed, 'hoursAgo'>[] = [
  {
    slug: 'first-night-tram',
    title: 'First night tram, last night bus',
    standfirst:
      'On Friday the tram runs past midnight for the first time. We ride along, and the N2 follows.',
    kind: 'story',
    gate: 'members',
    section: 'town-hall',
    authors: ['otto-reed'],
    tags: ['trams', 'work'],
    heroImage: null,
    bodyHtml: `
<p>At ten past one there will be two ways home from the hospital, for the first time and, if the tram company has its way, for the last. The tram is brighter. The bus comes up the drive.</p>
<!--paywall-->
<h2>To be ridden on Friday</h2>
<p>Stroud drives the N2 and says that he will count shoes. Kolar has the night off and wants to try the underpass with company. Ask the company for the figures of the first weekend, and ask again on Thursday.</p>`,
  },
];
