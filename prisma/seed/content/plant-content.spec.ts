/** The town's author finds work of his own on his desk. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printPaper } from '../../../test/support/paper-town.js';
import { type TestTown, startTestTown } from '../../../test/support/town.js';
import { type DeskAnswer, Writer } from '../../../test/support/writers.js';

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown();
});
afterAll(() => town.close());

it('has one draft and one published story on the author’s desk, and no draft in the paper', async () => {
  const otto = await Writer.hired(town, 'author');
  await printPaper(town, otto.id);
  const { items } = (await otto.does('GET', '')).body as { items: DeskAnswer[] };
  expect(items.map(({ slug, status }) => [slug, status])).toEqual([
    ['first-night-tram', 'draft'],
    ['night-bus', 'published'],
  ]);
  expect((await town.ask('GET', '/api/v1/articles/first-night-tram')).status).toBe(404);
  const path = '/api/v1/articles/night-bus';
  const { body } = await town.ask('GET', path, { token: otto.token });
  expect(body).toMatchObject({ access: { via: 'editor' }, authors: [{ slug: 'otto-reed' }] });
});
