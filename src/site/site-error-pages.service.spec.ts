import { describe, expect, it } from 'vitest';
import type { FastifyRequest } from 'fastify';
import { ErrorPages } from '../platform/http/error-pages.js';
import { Problem, notFound, unavailable } from '../platform/http/problem.js';
import { loadPublication } from '../platform/publication/load-publication.js';
import { languageOf } from '../words/language.js';
import { BareFrames } from './bare-frames.service.js';
import { PageFrames } from './page-frames.service.js';
import { SiteAssets } from './site-assets.js';
import { SiteErrorPages } from './site-error-pages.service.js';

const asked = (url: string, accept?: string) => ({ url, headers: { accept } }) as FastifyRequest;

/** A house whose database is gone: nobody can say who reads, or which sections there are. */
function pagesWithoutDatabase(): SiteErrorPages {
  const publication = loadPublication('publication');
  const config = { publicUrl: 'https://town.test', publication, publicationDir: 'publication' };
  const language = languageOf(publication);
  const bare = new BareFrames(config as never, language, new SiteAssets(config as never));
  const gone = () => Promise.reject(new Error('the database is gone'));
  const frames = new PageFrames(
    { readerOf: gone } as never,
    { sections: gone } as never,
    { standing: gone } as never,
    bare,
    language,
  );
  return new SiteErrorPages(new ErrorPages(), frames, bare);
}

describe('when something goes wrong', () => {
  it('a browser gets a page and a program gets problem details', () => {
    const pages = pagesWithoutDatabase();
    expect(pages.speaksTo(asked('/articles/x', 'text/html,*/*'))).toBe(true);
    expect(pages.speaksTo(asked('/articles/x'))).toBe(true);
    expect(pages.speaksTo(asked('/articles/x', 'application/json'))).toBe(false);
    for (const door of [
      '/api/v1/me',
      '/api',
      '/webhooks/stripe',
      '/health/ready',
      '/dev/mailbox',
    ]) {
      expect(pages.speaksTo(asked(door, 'text/html')), door).toBe(false);
    }
    expect(pages.speaksTo(asked('/apiary', 'text/html'))).toBe(true);
  });

  it('a reader hears it in kind words that fit, and nothing of the inside', async () => {
    const pages = pagesWithoutDatabase();
    const broken = new Problem({
      status: 500,
      code: 'service/unexpected',
      detail: 'select * from users',
    });
    expect(await pages.render(broken, asked('/'))).toContain('Something broke on our side');
    expect(await pages.render(broken, asked('/'))).not.toContain('select');
    expect(await pages.render(unavailable('', 2), asked('/'))).toContain('presses');
  });

  it.each([
    [20, 'in a minute'],
    [360, 'in 6 minutes'],
    [361, 'in 7 minutes'],
    [7200, 'in 2 hours'],
    [7201, 'in 3 hours'],
    [30 * 24 * 60 * 60, 'in 30 days'],
  ])('who was too fast and has to wait for %s seconds hears it: %s', async (seconds, words) => {
    const headers = { 'retry-after': String(seconds) };
    const slow = new Problem({ status: 429, code: 'x', detail: '', headers });
    const page = await pagesWithoutDatabase().render(slow, asked('/'));
    expect(page).toContain('A little slower');
    expect(page).toContain(`It works again ${words}.`);
  });

  it('the page comes even when the database does not', async () => {
    const page = await pagesWithoutDatabase().render(notFound(), asked('/nowhere'));
    expect(page).toContain('This page is not in the paper');
    expect(page).toContain('/assets/site.css?v=');
  });
});
