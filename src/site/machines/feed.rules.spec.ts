import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, readXml, textOf } from '../../../test/support/xml.js';
import type { PublicArticle } from '../../articles/article.js';
import { absoluteLinks } from './absolute-links.rules.js';
import { feedOf } from './feed.rules.js';

const channel = {
  title: 'The Broadsheet',
  description: 'News',
  language: 'en',
  origin: 'https://town.test',
  page: 'https://town.test/',
  self: 'https://town.test/feed.xml',
  addressOf: (slug: string) => `https://town.test/articles/${slug}`,
};

const article: PublicArticle = {
  id: '0197a0a0-0000-7000-8000-000000000001',
  slug: 'ferry',
  title: 'Ferry & <Co>',
  standfirst: 'It “sails”.',
  kind: 'story',
  gate: 'members',
  planIds: [],
  gateChangesAt: null,
  sectionId: null,
  section: { slug: 'harbour', name: 'Harbour' },
  tags: [],
  authors: [{ slug: 'ada', name: 'Ada Winter' }],
  heroImage: null,
  publishedAt: new Date('2026-11-22T09:30:00Z'),
  updatedAt: new Date('2026-11-22T10:30:00Z'),
  previewHtml: '<p>See <a href="/articles/x?a=1&amp;b=2">this</a>.</p>',
  version: 1,
  createdById: null,
};

describe('A feed reader', () => {
  it('finds each article with its address, its time, its writers and its public part', () => {
    const [item] = all(readXml(feedOf(channel, [article])), 'item');
    expect(item?.children.map(({ name, text }) => [name, text])).toEqual([
      ['title', 'Ferry & <Co>'],
      ['link', 'https://town.test/articles/ferry'],
      ['guid', 'https://town.test/articles/ferry'],
      ['pubDate', 'Sun, 22 Nov 2026 09:30:00 GMT'],
      ['description', 'It “sails”.'],
      ['dc:creator', 'Ada Winter'],
      ['category', 'Harbour'],
      [
        'content:encoded',
        '<p>See <a href="https://town.test/articles/x?a=1&amp;b=2">this</a>.</p>',
      ],
    ]);
  });

  it('finds a feed also where nothing has been published', () => {
    expect(textOf(readXml(feedOf(channel, [])), 'title')).toBe('The Broadsheet');
  });

  it('never meets a document that is none, whatever a headline holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, name) => {
        const authors = [{ slug: 'x', name }];
        const feed = readXml(feedOf(channel, [{ ...article, title, standfirst: title, authors }]));
        expect(all(feed, 'item')).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('An address within an article', () => {
  it('leads to this site also from elsewhere, and another one stays as it is', () => {
    expect(
      absoluteLinks(
        '<p><img src="/a.png" alt="/a"><a href="https://b.test/">b</a><a href="#c">c</a></p>',
        'https://town.test',
      ),
    ).toBe(
      '<p><img src="https://town.test/a.png" alt="/a"><a href="https://b.test/">b</a><a href="#c">c</a></p>',
    );
  });
});
