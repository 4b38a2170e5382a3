/** An article that readers have seen moves to another address: whoever comes to an old one is led on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask } from '../support/api.js';
import { QueryLog } from '../support/query-log.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { Writer, codeOf } from '../support/writers.js';

let town: TestTown;
let ada: Writer;
let editor: Writer;

beforeAll(async () => {
  town = await startTestTown();
  ada = await Writer.hired(town, 'author');
  editor = await Writer.hired(town, 'editor');
});
afterAll(() => town.close());

const api = '/api/v1/articles/';
const page = '/articles/';
const open = (path: string, headers: Record<string, string> = {}) =>
  ask(town.url, 'GET', path, { headers });
const leads = async (path: string) => {
  const { status, headers } = await open(path);
  return [status, headers.get('location')];
};
const moves = (id: string, slug: string) => editor.does('PATCH', `/${id}`, { slug });

async function published(slug: string): Promise<string> {
  const { id } = await editor.drafts(slug, { gate: 'public' });
  await editor.publishes(id);
  return id;
}

/** All that an answer says, but for when it was said. */
const whole = ({ status, headers, text }: Answer) => [
  status,
  [...headers].filter(([name]) => !['date', 'set-cookie'].includes(name)),
  text,
];

describe('An old address', () => {
  it('leads on, in the API and on the site, with whatever stood behind it', async () => {
    const id = await published('the-mill');
    expect((await moves(id, 'the-old-mill')).status).toBe(200);
    for (const place of [api, page]) {
      expect(await leads(`${place}the-mill`)).toEqual([308, `${place}the-old-mill`]);
      expect(await leads(`${place}the-mill?gift=abc%20d`)).toEqual([
        308,
        `${place}the-old-mill?gift=abc%20d`,
      ]);
      expect((await open(`${place}the-old-mill`)).status).toBe(200);
      const answer = await open(`${place}the-mill`);
      expect([answer.text, answer.headers.get('cache-control')]).toEqual(['', 'no-store']);
      expect((await ask(town.url, 'HEAD', `${place}the-mill`)).status).toBe(308);
    }
    expect((await fetch(`${town.url}${page}the-mill`)).url).toBe(`${town.url}${page}the-old-mill`);
  });

  it('leads to where the article is now, however often it has moved, also back', async () => {
    const id = await published('one');
    for (const slug of ['two', 'three', 'four']) await moves(id, slug);
    for (const slug of ['one', 'two', 'three']) {
      expect(await leads(api + slug)).toEqual([308, `${api}four`]);
    }
    expect((await moves(id, 'two')).status).toBe(200);
    expect((await open(`${api}two`)).status).toBe(200);
    expect(await leads(`${api}four`)).toEqual([308, `${api}two`]);
    expect((await editor.shown(id)).formerSlugs).toEqual(['four', 'three', 'one']);
  });

  it('is nobody else’s, until an editor gives it up', async () => {
    const id = await published('taken-once');
    await moves(id, 'taken-twice');
    const other = await editor.drafts('wants-it');
    for (const refused of [
      await moves(other.id, 'taken-once'),
      await ada.does('POST', '', { title: 'x', slug: 'taken-once' }),
    ]) {
      expect([refused.status, codeOf(refused)]).toEqual([409, 'articles/slug-taken']);
    }
    expect((await editor.shown(other.id)).slug).toBe('wants-it');
    expect((await ada.drafts('', { slug: undefined, title: 'Taken once' })).slug).toBe(
      'taken-once-2',
    );
    const path = `/${id}/former-slugs/taken-once`;
    expect((await ada.does('DELETE', path)).status).toBe(403);
    expect((await editor.does('DELETE', `/${other.id}/former-slugs/taken-once`)).status).toBe(404);
    expect((await editor.does('DELETE', path)).status).toBe(204);
    expect((await editor.does('DELETE', path)).status).toBe(404);
    expect((await open(`${api}taken-once`)).status).toBe(404);
    expect((await moves(other.id, 'taken-once')).status).toBe(200);
  });

  it('is not taken by whoever waited for it to be left', async () => {
    const id = await published('contested');
    const answers = await Promise.all([
      moves(id, 'contested-no-more'),
      ...Array.from({ length: 6 }, () =>
        ada.does('POST', '', { title: 'Contested', slug: 'contested' }),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, ...Array(6).fill(409)]);
    expect(await leads(`${api}contested`)).toEqual([308, `${api}contested-no-more`]);
  });
});

describe('Nothing is said of what readers may not see', () => {
  it('by the old address of a draft, of a scheduled article, or of one that was taken back', async () => {
    const draft = await editor.drafts('first-thought');
    await moves(draft.id, 'second-thought');
    const back = await published('was-here');
    await moves(back, 'was-there');
    await editor.does('POST', `/${back}/unpublish`);
    const soon = await published('was-early');
    await moves(soon, 'is-late');
    await editor.does('POST', `/${soon}/unpublish`);
    await editor.does('POST', `/${soon}/schedule`, { publishAt: '2199-01-01T00:00:00Z' });
    for (const place of [api, page]) {
      const unknown = whole(await open(`${place}never-was`));
      expect(unknown[0]).toBe(404);
      for (const slug of ['first-thought', 'second-thought', 'was-here', 'was-early']) {
        expect(whole(await open(place + slug))).toEqual(unknown);
      }
    }
    // A draft's first thought is free for all.
    expect((await ada.drafts('first-thought')).slug).toBe('first-thought');
    await editor.publishes(back);
    expect(await leads(`${api}was-here`)).toEqual([308, `${api}was-there`]);
  });
});

it('whoever finds an article at once is not asked about others', async () => {
  await published('found-at-once');
  const log = new QueryLog(town);
  const asked = async (path: string) => (await log.during(() => open(path))).join('\n');
  expect(await asked(`${api}found-at-once`)).not.toContain('former_slugs');
  expect(await asked(`${api}not-found-at-once`)).toContain('former_slugs');
});
