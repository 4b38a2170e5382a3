/** Two processes of one publication count together. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Config } from '../../src/platform/config/config.js';
import { type TestApp, startTestApp } from '../support/app.js';
import {
  guess,
  guesses,
  logIn,
  someAccount,
  someAddressOnTheNet,
  tight,
  waitOf,
} from '../support/limited-town.js';

let one: TestApp;
let other: TestApp;

beforeAll(async () => {
  const alike = { ...tight(), JWT_SECRET: randomBytes(32).toString('hex') };
  one = await startTestApp(alike);
  other = await startTestApp({ ...alike, DATABASE_URL: one.app.get(Config).databaseUrl });
});

afterAll(async () => {
  await other.close();
  await one.close();
});

it('what is refused by one is refused by the other', async () => {
  const mira = await someAccount(one);
  const there = someAddressOnTheNet();
  await guesses(one, 6, mira, there);
  expect(await guesses(other, 5, mira, there)).toEqual([401, 401, 401, 401, 429]);
  waitOf(await logIn(one, mira, there));
  expect((await logIn(other, mira, someAddressOnTheNet())).status).toBe(200);
});

it('guesses that are sent to both at once are ten in all', async () => {
  const mira = await someAccount(one);
  const there = someAddressOnTheNet();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, at) => guess(at % 2 === 0 ? one : other, mira, there)),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
});
