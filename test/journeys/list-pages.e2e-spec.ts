/** Readers leaf through what somebody wrote, what a tag stands for, and what a section printed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTown, publish, startTestTown } from '../support/town.js';
import { type Sight, Visitor, signedInReader, wordsOf } from '../support/visitor.js';

/** More than two pages hold. */
const stories = Array.from({ length: 45 }, (_, number) => `ferry-${number + 10}`);

let town: TestTown;
let editor: string;

const desk = async (path: string, body: object): Promise<void> => {
  const answer = await town.ask('POST', `/api/v1/admin/${path}`, { token: editor, body });
  if (answer.status !== 201) throw new Error(answer.text);
};

beforeAll(async () => {
  town = await startTestTown();
  editor = await town.staff('editor');
  await desk('authors', { slug: 'ada', name: 'Ada <Winter>', bio: 'She ties everything twice.' });
  await desk('authors', { slug: 'ben', name: 'Ben Osei' });
  await desk('authors', { slug: 'cy', name: 'Cy Unprinted' });
  await desk('sections', { slug: 'quay', name: 'Quay' });
  await desk('sections', { slug: 'opera', name: 'Opera' });
  for (const slug of stories) {
    await publish(town, editor, {
      slug,
      gate: 'members',
      section: 'quay',
      tags: ['Ferries'],
      authors: ['ada'],
    });
  }
  await publish(town, editor, { slug: 'choir', gate: 'public', authors: ['ada', 'ben'] });
  await desk('articles', { title: 'A secret', tags: ['Not yet'], authors: ['cy'] });
});

afterAll(() => town.close());

const open = (path: string, headers?: Record<string, string>): Promise<Sight> =>
  new Visitor(town.url).open(path, headers);

const headlinesIn = (html: string): string[] =>
  [...html.matchAll(/<h2><a href="\/articles\/([^"]+)"/g)].map(([, slug]) => slug ?? '');

/** Where a page says that the one beside it is, on the page and in its head alike. */
function beside(html: string, rel: 'prev' | 'next'): string | null {
  const inHead = new RegExp(`<link rel="${rel}" href="([^"]+)"`).exec(html)?.[1];
  const onPage = new RegExp(`<a [^>]*href="([^"]+)" rel="${rel}"`).exec(html)?.[1];
  expect(onPage).toBe(inHead);
  return inHead ?? null;
}

const canonicalOf = (html: string): string =>
  new URL(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '').href.replace(
    /^https?:\/\/[^/]+/,
    '',
  );

describe.each(['/sections/quay', '/tags/ferries', '/authors/ada'])('%s', (path) => {
  it('is leafed through to its end and back, and each page has one address', async () => {
    const there: string[] = [];
    const seen: string[] = [];
    let next: string | null = path;
    let last = '';
    while (next !== null) {
      const { status, html } = await open(next);
      expect(status).toBe(200);
      expect(canonicalOf(html)).toBe(next);
      there.push(next);
      seen.push(...headlinesIn(html));
      last = html;
      next = beside(html, 'next');
    }
    const own = path.startsWith('/authors')
      ? ['choir', ...stories.toReversed()]
      : stories.toReversed();
    expect(seen).toEqual(own);
    expect(there).toHaveLength(3);

    const back: string[] = [];
    for (let newer = beside(last, 'prev'); newer !== null;) {
      back.unshift(newer);
      newer = beside((await open(newer)).html, 'prev');
    }
    expect([...back, there.at(-1)]).toEqual(there);
  });

  it('lets the marks of campaigns pass, and stays where it is', async () => {
    const { status, html } = await open(`${path}?utm_source=letter`);
    expect(status).toBe(200);
    expect(canonicalOf(html)).toBe(path);
  });

  it('is the same for every stranger, and a reader’s own for who is signed in', async () => {
    const kind = path.split('/').at(1)?.replace(/s$/, '') ?? '';
    const shared = await open(path);
    expect(shared.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60');
    expect(shared.headers.get('surrogate-key')).toBe(`site ${kind}:${path.split('/').at(2)}`);
    const hers = await (await signedInReader(town)).open(path);
    expect(hers.headers.get('cache-control')).toBe('private, no-store');
    expect(hers.html).toContain('Your account');
  });

  it('says kindly that a place in it is none', async () => {
    const { status, html } = await open(`${path}?cursor=nonsense`);
    expect(status).toBe(400);
    expect(wordsOf(html)).toContain('This page is not in the paper');
  });

  it('has no second address for a page, whatever somebody writes into it', async () => {
    const next = beside((await open(path)).html, 'next') ?? '';
    for (const added of ['!', '=', '%20', '%22%3E', '.A']) {
      const { status, html } = await open(next + added);
      expect([added, status]).toEqual([added, 400]);
      expect(html).not.toContain(next);
    }
  });
});

describe('A reader', () => {
  it('comes from a byline to whatever else each of the authors wrote, and from the tags to more of the same', async () => {
    const choir = (await open('/articles/choir')).html;
    expect(wordsOf(choir)).toContain('By Ada &lt;Winter> and Ben Osei');
    const byline = [...choir.matchAll(/href="(\/authors\/[^"]+)" rel="author"/g)];
    expect(byline.map(([, href]) => href)).toEqual(['/authors/ada', '/authors/ben']);
    const ben = (await open('/authors/ben')).html;
    expect(headlinesIn(ben)).toEqual(['choir']);
    expect(wordsOf((await open('/authors/ada')).html)).toContain('She ties everything twice.');
    const ferry = (await open('/articles/ferry-10')).html;
    expect(ferry).toContain('<a href="/tags/ferries" rel="tag">Ferries</a>');
  });

  it('is offered the newest of its section below an article, never the article itself', async () => {
    const offered = async (slug: string) => {
      const { html, headers } = await open(`/articles/${slug}`);
      expect(headers.get('surrogate-key')).toContain('section:quay');
      const [below = ''] = /<section class="block read-next".*?<\/section>/s.exec(html) ?? [];
      return [...below.matchAll(/<h3><a href="\/articles\/([^"]+)"/g)].map(([, other]) => other);
    };
    expect(await offered('ferry-10')).toEqual(['ferry-54', 'ferry-53', 'ferry-52']);
    expect(await offered('ferry-53')).toEqual(['ferry-54', 'ferry-52', 'ferry-51']);
    expect((await open('/articles/choir')).html).not.toContain('read-next');
  });

  it('finds a section that has printed nothing yet, and is told so', async () => {
    const { status, html } = await open('/sections/opera');
    expect(status).toBe(200);
    expect(wordsOf(html)).toContain('Nothing has been printed here yet.');
  });

  it.each(['/tags/nowhere', '/authors/nobody', '/tags/not-yet', '/authors/cy'])(
    'finds nothing at %s, be it unknown or of a draft alone',
    async (path) => {
      const nowhere = await open('/tags/nowhere');
      const { status, html } = await open(path);
      expect(status).toBe(404);
      expect(html).toBe(nowhere.html);
    },
  );

  it('finds an author as soon as she is printed, and no more once nothing of hers is', async () => {
    await desk('authors', { slug: 'dot', name: 'Dot' });
    expect((await open('/authors/dot')).status).toBe(404);
    await publish(town, editor, { slug: 'first', gate: 'public', authors: ['dot'], tags: ['New'] });
    expect((await open('/authors/dot')).status).toBe(200);
    expect((await open('/tags/new')).status).toBe(200);
    const { body } = await town.ask('GET', '/api/v1/admin/articles?q=first', { token: editor });
    const [{ id }] = (body as { items: [{ id: string }] }).items;
    await town.ask('POST', `/api/v1/admin/articles/${id}/unpublish`, { token: editor });
    expect((await open('/authors/dot')).status).toBe(404);
    expect((await open('/tags/new')).status).toBe(404);
  });
});

describe('A search engine', () => {
  it('is told of the authors and tags in print, and of no others', async () => {
    const { html } = await open('/sitemap.xml');
    for (const path of ['/tags/ferries', '/authors/ada', '/authors/ben', '/sections/quay']) {
      expect(html).toContain(`${path}</loc>`);
    }
    expect(html).not.toMatch(/not-yet|authors\/cy/);
  });
});
