import { describe, expect, it } from 'vitest';
import { leadCard, teaserHtml } from '../../../test/support/site-samples/articles.js';
import { stranger, voice } from '../../../test/support/site-samples/frames.js';
import { offer } from '../../../test/support/site-samples/memberships.js';
import { attribute, html, pages, tags } from '../../../test/support/site-samples/rendered.js';
import { renderPage } from '../render-page.js';
import { ArticlePage } from './article.page.js';
import { SignInPage } from './sign-in.page.js';

describe('the pictures of the front page', () => {
  const pictures = tags(html('home'), 'img');

  it('come at once for the lead, and later for what is further down', () => {
    const [lead = '', ...others] = pictures;
    expect(attribute(lead, 'fetchpriority')).toBe('high');
    expect(attribute(lead, 'loading')).not.toBe('lazy');
    expect(others.length).toBeGreaterThan(0);
    for (const picture of others) {
      expect(attribute(picture, 'loading')).toBe('lazy');
      expect(attribute(picture, 'fetchpriority')).toBeUndefined();
    }
  });

  it('have their room before they arrive, so that nothing jumps', () => {
    for (const picture of pictures) {
      expect(attribute(picture, 'width')).toMatch(/^\d+$/);
      expect(attribute(picture, 'height')).toMatch(/^\d+$/);
    }
  });
});

/** Whatever could run and is not one of our files; metadata for machines does not run. Modules wait for the page. */
function otherScripts(page: string): string[] {
  const ours =
    /<script type="module" src="\/assets\/[a-z-]+\.js\?v=[\w-]+"><\/script>|<script type="application\/ld\+json">[^<]*<\/script>/g;
  return [...page.replaceAll(ours, '').matchAll(/<\/?script[^>]*>?/gi)].map(([script]) => script);
}

describe.each(pages)('the page $name', ({ html: page }) => {
  it('holds no slip of the typesetter', () => {
    expect(page).not.toMatch(/undefined|\[object |NaN|Invalid Date|>null|function ?\(|=&gt;/);
    expect(page.startsWith('<!doctype html>\n<html lang="en" dir="ltr">')).toBe(true);
  });

  it('has one heading of the first rank, a title, one main part, and a way past the masthead', () => {
    expect(tags(page, 'h1')).toHaveLength(1);
    expect(page).toMatch(/<title>[^<]{5,}<\/title>/);
    expect(tags(page, 'main')).toHaveLength(1);
    expect(page).toContain('href="#text"');
    expect(page).toContain('<main id="text"');
  });

  it('steps down its headings without leaving one out', () => {
    const ranks = [...page.matchAll(/<h([1-6])\b/g)].map(([, rank]) => Number(rank));
    for (const [place, rank] of ranks.entries()) {
      expect(rank - (ranks[place - 1] ?? 0), `heading ${place}`).toBeLessThanOrEqual(1);
    }
  });

  it('runs files of our own alone, and once it stands there; carries no style and nothing a strict browser would refuse', () => {
    expect(otherScripts(page)).toEqual([]);
    expect(page).not.toMatch(/<style|<iframe|\sstyle=|\son[a-z]+=|javascript:/i);
  });

  it('names every field, gives every id once, and sends every form to ourselves', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const labels = tags(page, 'label').map((label) => attribute(label, 'for'));
    for (const input of tags(page, 'input')) {
      if (attribute(input, 'type') === 'hidden') continue;
      expect(labels).toContain(attribute(input, 'id'));
      expect(attribute(input, 'autocomplete')).toBeTruthy();
    }
    for (const described of page.matchAll(/aria-(?:describedby|labelledby)="([^"]*)"/g)) {
      for (const id of (described[1] ?? '').split(' ')) expect(ids).toContain(id);
    }
    for (const form of tags(page, 'form')) {
      // Only a search changes nothing, and may be sent to somebody else as a link.
      const isSearch = attribute(form, 'role') === 'search';
      expect(attribute(form, 'method')).toBe(isSearch ? 'get' : 'post');
      expect(attribute(form, 'action')).toMatch(/^\/[a-z]/);
    }
    for (const image of tags(page, 'img')) expect(image).toMatch(/\salt(=|\s|>)/);
  });
});

describe('a hostile headline', () => {
  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

  it('is printed, not obeyed', () => {
    const page = renderPage(
      <ArticlePage
        frame={{ ...stranger, path: `/articles/${hostile}` }}
        article={{
          ...leadCard,
          title: hostile,
          standfirst: hostile,
          slug: hostile,
          section: { slug: hostile, name: hostile },
          authors: [{ slug: hostile, name: hostile }],
          heroImage: { url: hostile, alt: hostile, caption: hostile, credit: hostile },
        }}
        reading={{
          granted: false,
          denial: 'sign-in-required',
          previewHtml: teaserHtml,
          meter: null,
          offers: [{ ...offer, name: hostile, benefits: [hostile] }],
          payUrl: null,
          institutionsSignIn: false,
        }}
      />,
      voice,
    );
    expect(otherScripts(page)).toEqual([]);
    expect(page).not.toContain('<img src=x');
    expect(page.match(/<script type="application\/ld\+json">/g)).toHaveLength(1);
    expect(page).toContain('&quot;>&lt;script>');
  });
});

describe('a reader whose sign-in was refused', () => {
  const page = html('sign-in-refused');

  it('hears first what is wrong, sees it at the field, and finds her address kept', () => {
    expect(page).toMatch(/role="alert">E-mail address and password do not belong together/);
    expect(page).toMatch(/id="email-error">This does not look like/);
    expect(page).toContain('value="fritz@town"');
  });

  it('never gets a password back', () => {
    const handed = renderPage(
      <SignInPage
        frame={stranger}
        returnTo={null}
        form={{
          values: { email: 'a@b.test', password: 'correct-horse-battery-staple' },
          errors: {},
          problem: null,
        }}
      />,
      voice,
    );
    expect(handed).not.toContain('correct-horse');
  });
});

describe('what a stranger is sent', () => {
  it.each(['home', 'section', 'wall-stranger'])('on "%s" holds nothing of anybody', (name) => {
    expect(html(name)).not.toMatch(/\/account|sign-out|<form/);
  });
});
