/** Staff keep tags, authors and sections in order; what articles name is not taken from under them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { type Answer, ask } from '../support/api.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { Writer, codeOf, fieldsOf } from '../support/writers.js';

interface Tag {
  id: string;
  slug: string;
  name: string;
  articles: number;
}

let town: TestTown;
let ada: Writer;
let editor: Writer;

beforeAll(async () => {
  town = await startTestTown();
  ada = await Writer.hired(town, 'author');
  editor = await Writer.hired(town, 'editor');
});
afterAll(() => town.close());

const at = (method: string, path: string, body?: object, { token } = editor): Promise<Answer> =>
  town.ask(method, `/api/v1/admin/${path}`, { token, ...(body === undefined ? {} : { body }) });
const refusal = (answer: Answer) => [answer.status, codeOf(answer)];

async function tag(slug: string): Promise<Tag> {
  const { body } = await at('GET', 'tags?limit=100');
  const found = (body as { items: Tag[] }).items.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`There is no tag ${slug}.`);
  return found;
}

async function story(slug: string, tags: string[]): Promise<string> {
  const { id } = await editor.drafts(slug, { gate: 'public', tags });
  await editor.publishes(id);
  return id;
}

const tagsOf = async (slug: string): Promise<unknown> =>
  ((await ask(town.url, 'GET', `/api/v1/articles/${slug}`)).body as { tags: unknown }).tags;

describe('A tag', () => {
  it('is renamed, and the articles name it as it is now', async () => {
    await story('trams', ['Night Trams']);
    const { id } = await tag('night-trams');
    const renamed = await at('PATCH', `tags/${id}`, { slug: 'trams', name: ' Trams  at night ' });
    const now = { id, slug: 'trams', name: 'Trams at night', articles: 1 };
    expect([renamed.status, renamed.body]).toEqual([200, now]);
    expect((await at('GET', `tags/${id}`)).body).toEqual(now);
    expect(await tagsOf('trams')).toEqual([{ slug: 'trams', name: 'Trams at night' }]);
    const { body } = await ask(town.url, 'GET', '/api/v1/articles?tag=trams');
    expect((body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('takes no other one’s slug, and no empty name', async () => {
    await story('bread', ['Bread', 'Butter']);
    const { id } = await tag('bread');
    expect(refusal(await at('PATCH', `tags/${id}`, { slug: 'butter' }))).toEqual([
      409,
      'articles/slug-taken',
    ]);
    for (const body of [{ name: ' ' }, { slug: 'A b' }, { colour: 'red' }, { name: null }]) {
      expect((await at('PATCH', `tags/${id}`, body)).status).toBe(422);
    }
  });

  it('is merged into another: what carried either carries that one, once', async () => {
    await story('one-river', ['The Wend']);
    await story('two-rivers', ['River Wend']);
    await story('both-rivers', ['The Wend', 'River Wend']);
    const [from, into] = [await tag('river-wend'), await tag('the-wend')];
    const merged = await at('POST', `tags/${from.id}/merge`, { into: into.id });
    expect([merged.status, merged.body]).toEqual([200, { ...into, articles: 3 }]);
    for (const slug of ['one-river', 'two-rivers', 'both-rivers']) {
      expect(await tagsOf(slug)).toEqual([{ slug: 'the-wend', name: 'The Wend' }]);
    }
    expect((await at('GET', `tags/${from.id}`)).status).toBe(404);
    expect((await at('POST', `tags/${from.id}/merge`, { into: into.id })).status).toBe(404);
    for (const other of [into.id, from.id, 'the-wend']) {
      const refused = await at('POST', `tags/${into.id}/merge`, { into: other });
      expect([refused.status, fieldsOf(refused)]).toEqual([422, ['into']]);
    }
  });

  it('is deleted once nothing carries it', async () => {
    const id = await story('brief', ['Passing fad']);
    const fad = await tag('passing-fad');
    const refused = await at('DELETE', `tags/${fad.id}`);
    expect([...refusal(refused), refused.body]).toMatchObject([
      409,
      'articles/in-use',
      { articles: 1 },
    ]);
    await editor.does('PATCH', `/${id}`, { tags: [] });
    expect((await at('DELETE', `tags/${fad.id}`)).status).toBe(204);
    expect((await at('DELETE', `tags/${fad.id}`)).status).toBe(404);
    const audit = await town.ask('GET', `/api/v1/admin/audit?subjectId=${fad.id}`, {
      token: await town.staff('admin'),
    });
    expect(audit.body).toMatchObject({
      items: [{ action: 'tag.removed', before: { slug: 'passing-fad', name: 'Passing fad' } }],
    });
  });

  it('is listed by slug, page by page, with how many carry it', async () => {
    const all = (await at('GET', 'tags?limit=100')).body as { items: Tag[] };
    const slugs = all.items.map(({ slug }) => slug);
    expect(slugs).toEqual(slugs.toSorted());
    const first = (await at('GET', 'tags?limit=2')).body as { nextCursor: string };
    const rest = (await at('GET', `tags?limit=100&cursor=${first.nextCursor}`)).body;
    expect((rest as { items: Tag[] }).items).toEqual(all.items.slice(2));
    expect((await at('GET', 'tags?cursor=WyJBIl0')).status).toBe(400);
    expect((await at('GET', 'tags?q=x')).status).toBe(400);
  });

  it('is the editors’: it may say what a colleague works on', async () => {
    const { id } = await tag('trams');
    expect((await at('GET', 'tags', undefined, ada)).status).toBe(403);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { name: 'Mine' }],
      ['POST', '/merge', { into: id }],
      ['DELETE', '', undefined],
    ] as const) {
      expect((await at(method, `tags/${id}${path}`, body, ada)).status).toBe(403);
    }
  });

  it('that goes while an article takes it up leaves no article halfway', async () => {
    const { id } = await editor.drafts('undecided', { tags: ['Here today'] });
    for (let round = 0; round < 5; round += 1) {
      await editor.does('PATCH', `/${id}`, { tags: [] });
      const gone = await tag('here-today');
      const [edit, removal] = await Promise.all([
        editor.does('PATCH', `/${id}`, { tags: ['here-today'] }),
        at('DELETE', `tags/${gone.id}`),
      ]);
      const outcome = `${edit.status} ${removal.status}`;
      expect(['200 409', '409 204', '422 204']).toContain(outcome);
      if (outcome !== '200 409') await editor.does('PATCH', `/${id}`, { tags: ['Here today'] });
    }
  });

  it('that goes while it is renamed is not there', async () => {
    const draft = await editor.drafts('passing', { tags: ['Passing'] });
    await editor.does('PATCH', `/${draft.id}`, { tags: [] });
    const { id } = await tag('passing');
    const { pool } = town.app.get(Database);
    const other = await pool.connect();
    try {
      await other.query('begin');
      await other.query('delete from tags where id = $1', [id]);
      const late = at('PATCH', `tags/${id}`, { name: 'Staying' });
      const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      const patience = { timeout: 5_000 };
      await expect.poll(async () => (await pool.query(waiting)).rowCount, patience).toBe(1);
      await other.query('commit');
      expect(refusal(await late)).toEqual([404, 'request/not-found']);
    } finally {
      other.release();
    }
  });
});

describe.each([
  ['authors', 'ines-vega', { authors: ['ines-vega'] }, { authors: [] }],
  ['sections', 'harbour', { section: 'harbour' }, { section: null }],
])('One of the %s', (path, slug, named, unnamed) => {
  it('is shown, and deleted once no article names it', async () => {
    const made = (await at('POST', path, { slug, name: 'Somebody' })).body as { id: string };
    expect((await at('GET', `${path}/${made.id}`, undefined, ada)).body).toEqual(made);
    const { id } = await editor.drafts(`of-${path}`, named);
    expect(refusal(await at('DELETE', `${path}/${made.id}`))).toEqual([409, 'articles/in-use']);
    await editor.does('PATCH', `/${id}`, unnamed);
    expect((await at('DELETE', `${path}/${made.id}`, undefined, ada)).status).toBe(403);
    expect((await at('DELETE', `${path}/${made.id}`)).status).toBe(204);
    for (const method of ['GET', 'DELETE']) {
      expect((await at(method, `${path}/${made.id}`)).status).toBe(404);
    }
    const sections = await ask(town.url, 'GET', '/api/v1/sections');
    expect(sections.text).not.toContain('Somebody');
  });
});
