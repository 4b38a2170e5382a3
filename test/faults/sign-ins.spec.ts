/** Two hundred sign in by passphrase at the same moment: readers go on, and everybody is let in in the end. */
import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodPassword } from '../support/readers.js';
import { Crowd } from './crowd.js';
import { EdgeTown } from './edge-town.js';
import { spread, tell } from './fault-figures.js';

const people = 200;

let town: EdgeTown;
let emails: string[];
beforeAll(async () => {
  town = await EdgeTown.start();
  const passwordHash = await hash(goodPassword, {
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
  });
  emails = Array.from({ length: people }, (_, number) => `reader${number}@crowd.test`);
  for (const email of emails) {
    await town.books.query(
      `insert into users (id, email, roles, "passwordHash", "createdAt", "updatedAt")
       values ($1, $2, '{}', $3, now(), now())`,
      [randomUUID(), email, passwordHash],
    );
  }
});
afterAll(() => town.close());

it('two hundred who sign in at once are let in, while articles are read', async () => {
  const crowd = new Crowd(town.url);
  crowd.add(...town.readers());
  const answers = await Promise.all(
    emails.map(async (email) => {
      const began = performance.now();
      const { status, headers } = await fetch(`${town.url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: goodPassword }),
      });
      return { status, again: headers.has('retry-after'), took: performance.now() - began };
    }),
  );
  await crowd.goHome();
  const reading = spread(crowd.answers.map(({ took }) => took));
  await tell('200 parallel sign-ins', {
    signIn: spread(answers.map(({ took }) => took)),
    letIn: answers.filter(({ status }) => status === 200).length,
    reading,
  });
  expect(crowd.answers.filter(({ isGood, isLeak }) => !isGood || isLeak)).toEqual([]);
  expect(
    answers.filter(({ status, again }) => status !== 200 && !(status === 503 && again)),
  ).toEqual([]);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(people / 2);
  expect(reading['p99']).toBeLessThan(3_000);
});
