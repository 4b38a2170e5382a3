/** An article appears at the moment that an editor has set: not before it, once, and whatever happened meanwhile. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleDeskService } from '../../src/articles/desk/article-desk.service.js';
import { ArticlePublishing } from '../../src/articles/desk/article-publishing.service.js';
import { PublicationTimer } from '../../src/articles/desk/publication-timer.service.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { type Answer, ask } from '../support/api.js';
import { type TestApp, settled, startTestApp } from '../support/app.js';
import { type TestDatabase, createDatabase } from '../support/postgres.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { type DeskAnswer, Writer, codeOf, fieldsOf } from '../support/writers.js';

const hour = 3_600;
let town: TestTown;
let ada: Writer;
let editor: Writer;

beforeAll(async () => {
  town = await startTestTown();
  ada = await Writer.hired(town, 'author');
  editor = await Writer.hired(town, 'editor');
});
afterAll(() => town.close());

const refusal = (answer: Answer) => [answer.status, codeOf(answer)];
const inSeconds = (seconds: number, { app }: Pick<TestApp, 'app'> = town): Date =>
  new Date(app.get(Clock).now().getTime() + seconds * 1000);

async function scheduled(id: string, publishAt: Date): Promise<DeskAnswer> {
  const answer = await editor.does('POST', `/${id}/schedule`, { publishAt });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as DeskAnswer;
}

async function draftFor(publishAt: Date, slug: string): Promise<DeskAnswer> {
  const { id } = await editor.drafts(slug, { gate: 'public' });
  return scheduled(id, publishAt);
}

/** What Broadsheet itself has written down of it. */
async function appearances(id: string, { app }: Pick<TestApp, 'app'> = town): Promise<unknown[]> {
  const { rows } = await app.get(Database).pool.query(
    `select action, detail from audit_entries
     where "subjectId" = $1 and "actorId" is null order by at`,
    [id],
  );
  return rows;
}

/** As if the machine's clock had come to it, wherever the product's is. */
const theMachineIsThere = ({ asOwner }: Pick<TestApp, 'asOwner'>) =>
  asOwner(`update graphile_worker._private_jobs set run_at = now()
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'publish-article')`);

describe('An article that is scheduled', () => {
  /** All that an answer says, but for when it was said. */
  const whole = ({ status, headers, text }: Answer) => [
    status,
    [...headers].filter(([name]) => !['date', 'set-cookie'].includes(name)),
    text,
  ];

  it('appears at its moment everywhere, dated by it, and nowhere before', async () => {
    const publishAt = inSeconds(2 * hour);
    const { id, status, publishedAt } = await draftFor(publishAt, 'quokka-at-noon');
    expect([status, publishedAt]).toEqual(['scheduled', null]);
    const places = ['/api/v1/articles?limit=100', '/api/v1/search?q=quokka', '/search?q=quokka'];
    places.push('/', '/feed.xml');
    const mentioned = async () => {
      const answers = await Promise.all(places.map((path) => ask(town.url, 'GET', path)));
      return answers.map(({ text }) => text.includes('quokka-at-noon'));
    };

    await town.pass(2 * hour - 60);
    for (const place of ['/api/v1/articles/', '/articles/']) {
      for (const token of [undefined, ada.token, editor.token]) {
        const look = async (slug: string) =>
          whole(await ask(town.url, 'GET', place + slug, token === undefined ? {} : { token }));
        const unknown = await look('quokka-never');
        expect(unknown[0]).toBe(404);
        expect(await look('quokka-at-noon')).toEqual(unknown);
        expect(await look(id)).toEqual(unknown);
      }
    }
    expect(await mentioned()).toEqual(places.map(() => false));
    expect((await ask(town.url, 'GET', '/sitemap.xml')).text).not.toContain('<sitemap>');

    await town.pass(60);
    const { body } = await ask(town.url, 'GET', '/api/v1/articles/quokka-at-noon');
    const moment = publishAt.toISOString();
    expect(body).toMatchObject({ publishedAt: moment, updatedAt: moment });
    expect(await mentioned()).toEqual(places.map(() => true));
    expect(await editor.shown(id)).toMatchObject({ status: 'published', publishAt: null });
    expect(await appearances(id)).toEqual([
      { action: 'article.published', detail: { scheduledFor: moment } },
    ]);
  });

  it('appears when its moment was moved to, later or earlier', async () => {
    const first = inSeconds(hour);
    const later = await draftFor(first, 'moved-back');
    const earlier = await draftFor(inSeconds(9 * hour), 'moved-forward');
    await scheduled(later.id, inSeconds(3 * hour));
    await scheduled(earlier.id, first);
    await town.pass(hour);
    expect((await editor.shown(later.id)).status).toBe('scheduled');
    expect(await editor.shown(earlier.id)).toMatchObject({
      status: 'published',
      publishedAt: first.toISOString(),
    });
    await town.pass(2 * hour);
    expect((await editor.shown(later.id)).status).toBe('published');
    await town.pass(6 * hour);
    expect(await appearances(later.id)).toHaveLength(1);
    expect(await appearances(earlier.id)).toHaveLength(1);
  });

  it('does not appear once it is taken off: it is what it was before', async () => {
    const fresh = await draftFor(inSeconds(hour), 'thought-better');
    const seen = await editor.drafts('seen-before', { gate: 'public' });
    const { publishedAt } = await editor.publishes(seen.id);
    await editor.does('POST', `/${seen.id}/unpublish`);
    await scheduled(seen.id, inSeconds(hour));
    const again = await draftFor(inSeconds(hour), 'after-all');
    for (const { id } of [fresh, seen, again]) {
      expect((await editor.does('POST', `/${id}/unschedule`)).status).toBe(200);
    }
    await scheduled(seen.id, inSeconds(2 * hour));
    await editor.publishes(again.id);
    await town.pass(hour);
    expect(await editor.shown(fresh.id)).toMatchObject({ status: 'draft', publishAt: null });
    expect(await appearances(again.id)).toEqual([]);
    await town.pass(hour);
    // What readers have seen once keeps its date.
    expect(await editor.shown(seen.id)).toMatchObject({ status: 'published', publishedAt });
  });

  it('may be edited, and stays fit to be read', async () => {
    const { id } = await draftFor(inSeconds(hour), 'polished');
    expect((await editor.does('PATCH', `/${id}`, { title: 'Polished' })).status).toBe(200);
    const refused = await editor.does('PATCH', `/${id}`, {
      bodyHtml: '<p>See <img src="/map.png"></p>',
    });
    expect([...refusal(refused), fieldsOf(refused)]).toEqual([
      422,
      'articles/not-ready',
      ['bodyHtml'],
    ]);
    expect(refused.text).toContain('/map.png');
    await town.pass(hour);
    const { body } = await ask(town.url, 'GET', '/api/v1/articles/polished');
    expect(body).toMatchObject({ title: 'Polished' });
  });
});

describe('It is refused', () => {
  it.each([
    ['a moment that is past', () => inSeconds(-1)],
    ['the present', () => inSeconds(0)],
    ['no moment', () => undefined],
    ['a word', () => 'tomorrow'],
    ['a day that is none', () => '2031-02-30T00:00:00Z'],
    ['a number', () => 1_900_000_000],
  ])('to schedule for %s', async (_, publishAt) => {
    const { id } = await editor.drafts('when-please', { slug: undefined });
    const refused = await editor.does('POST', `/${id}/schedule`, { publishAt: publishAt() });
    expect([refused.status, fieldsOf(refused)]).toEqual([422, ['publishAt']]);
  });

  it('to schedule what is not ready, naming all that is missing', async () => {
    const heroImage = { url: '/assets/town/harbour.svg' };
    const { id } = await editor.drafts('unready', { bodyHtml: '', heroImage });
    const refused = await editor.does('POST', `/${id}/schedule`, { publishAt: inSeconds(hour) });
    expect([...refusal(refused), fieldsOf(refused)]).toEqual([
      422,
      'articles/not-ready',
      ['bodyHtml', 'heroImage.alt'],
    ]);
    expect(await editor.shown(id)).toMatchObject({ status: 'draft', publishAt: null });
  });

  it('to take a step that leads nowhere', async () => {
    const draft = await editor.drafts('nowhere');
    const step = async (name: string, body?: object) =>
      codeOf(await editor.does('POST', `/${draft.id}/${name}`, body));
    expect(await step('unschedule')).toBe('articles/not-scheduled');
    await scheduled(draft.id, inSeconds(hour));
    expect(await step('unpublish')).toBe('articles/not-published');
    expect(codeOf(await editor.does('DELETE', `/${draft.id}`))).toBe('articles/is-scheduled');
    await editor.publishes(draft.id);
    expect(await step('schedule', { publishAt: inSeconds(hour) })).toBe('articles/is-published');
    expect(await step('unschedule')).toBe('articles/not-scheduled');
  });

  it('an author: to schedule, and to change what will appear without anybody looking again', async () => {
    const own = await ada.drafts('by-ada');
    const when = { publishAt: inSeconds(hour) };
    for (const [path, body] of [
      ['schedule', when],
      ['unschedule', undefined],
    ] as const) {
      expect((await ada.does('POST', `/${own.id}/${path}`, body)).status).toBe(403);
    }
    await scheduled(own.id, when.publishAt);
    const refused = await ada.does('PATCH', `/${own.id}`, { bodyHtml: '<p>Something else.</p>' });
    expect(refusal(refused)).toEqual([403, 'articles/editor-needed']);
    expect((await ada.shown(own.id)).bodyHtml).toContain('In front of by-ada');
  });
});

describe('Whatever the clocks, the workers and the processes do', () => {
  it('a timer that comes early by the product’s clock is set anew', async () => {
    const { id } = await draftFor(inSeconds(hour), 'early-bird');
    await theMachineIsThere(town);
    await settled(town.app.get(Jobs));
    expect((await editor.shown(id)).status).toBe('scheduled');
    const { rows } = await town.app
      .get(Database)
      .pool.query<{ due: boolean }>(
        `select run_at > now() + interval '50 minutes' as due from graphile_worker.jobs where key = $1`,
        [`publish-article:${id}`],
      );
    expect(rows).toEqual([{ due: true }]);
    town.advance(hour);
    await theMachineIsThere(town);
    await settled(town.app.get(Jobs));
    expect((await editor.shown(id)).status).toBe('published');
  });

  it('a timer that was lost is made up for', async () => {
    const { id } = await draftFor(inSeconds(hour), 'forgotten');
    await town.asOwner('delete from graphile_worker._private_jobs');
    await town.pass(hour);
    expect((await editor.shown(id)).status).toBe('published');
  });

  it('many who look at once publish once, as does an editor who takes it off meanwhile', async () => {
    const timer = town.app.get(PublicationTimer, { strict: false });
    const due = inSeconds(hour);
    const [often, contested] = [await draftFor(due, 'often'), await draftFor(due, 'contested')];
    town.advance(hour);
    await Promise.all(Array.from({ length: 8 }, () => timer.publishIfDue(often.id)));
    expect(await appearances(often.id)).toHaveLength(1);
    const [taken] = await Promise.all([
      editor.does('POST', `/${contested.id}/unschedule`),
      timer.publishIfDue(contested.id),
    ]);
    const { status } = await editor.shown(contested.id);
    expect([taken.status, status]).toEqual(
      status === 'draft' ? [200, 'draft'] : [409, 'published'],
    );
    expect(await appearances(contested.id)).toHaveLength(status === 'draft' ? 0 : 1);
  });

  describe('also where everything was down when its moment came', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createDatabase();
    });
    afterAll(() => database.drop());

    it('appears once somebody is back, dated by its moment, once', async () => {
      const before = await startTestApp({ DATABASE_URL: database.connectionString });
      const publishAt = inSeconds(hour, before);
      const desk = before.app.get(ArticleDeskService, { strict: false });
      const draft = { title: 'While we slept', bodyHtml: '<p>It was so.</p>' };
      const { id } = await desk.create(draft, null);
      await before.app.get(ArticlePublishing, { strict: false }).schedule(id, publishAt);
      await before.close();

      // A machine that is switched on again in the morning.
      await theMachineIsThere(database);
      const morning = async () => {
        const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-morning-'));
        const clock = { offsetMilliseconds: 8 * hour * 1000 };
        await writeFile(join(dataDir, 'clock.json'), JSON.stringify(clock));
        return startTestApp({ DATABASE_URL: database.connectionString, DATA_DIR: dataDir });
      };
      const [one, two] = await Promise.all([morning(), morning()]);
      await settled(one.app.get(Jobs));
      await Promise.all(
        [one, two].map(({ app }) => app.get(PublicationTimer, { strict: false }).sweep()),
      );
      await settled(one.app.get(Jobs));
      for (const { url } of [one, two]) {
        const { body } = await ask(url, 'GET', '/api/v1/articles/while-we-slept');
        expect(body).toMatchObject({ publishedAt: publishAt.toISOString() });
      }
      expect(await appearances(id, one)).toHaveLength(1);
      await Promise.all([one.close(), two.close()]);
    });
  });
});
