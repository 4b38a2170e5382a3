/** Several who ask the database at the same moment. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.js';
import { loadConfig } from '../config/load-config.js';
import { AskedTogether } from './asked-together.js';
import { Database } from './database.js';

interface Greeting {
  at: number;
  told: string;
}

/** Greets whoever has a name, the last one first; nobody is not there, and by a zero nothing can be divided. */
const greeting = {
  name: 'greeting',
  text: `
    select asked.at::int, asked.name || ' ' || 12 / asked.share as told
    from unnest($1::text[], $2::int[]) with ordinality as asked (name, share, at)
    where asked.name <> 'nobody' order by at desc`,
};

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await createDatabase();
  database = new Database(
    loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: place.connectionString,
      JWT_SECRET: randomBytes(32).toString('hex'),
      STRIPE_SECRET_KEY: 'sk_test_together',
      STRIPE_WEBHOOK_SECRETS: 'whsec_together',
    }),
  );
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await place.drop();
});

/** How many each statement asked for. */
function hall(fails: (names: unknown[]) => Error | undefined = () => undefined) {
  const statements: number[] = [];
  const greetings = new AskedTogether<Greeting>(
    {
      ask: (query, values) => {
        const [names = []] = (values ?? []) as unknown[][];
        statements.push(names.length);
        const error = fails(names);
        return error === undefined ? database.ask(query, values) : Promise.reject(error);
      },
    },
    greeting,
  );
  const greet = async (name: string, share = 3) => (await greetings.ask([name, share]))?.told;
  return { greet, statements };
}

describe('Those who ask at the same moment', () => {
  it('are each told what is theirs, by one statement', async () => {
    const { greet, statements } = hall();
    const told = await Promise.all([greet('Ada', 1), greet('Ben', 2), greet('Cleo'), greet('Ada')]);
    expect(told).toEqual(['Ada 12', 'Ben 6', 'Cleo 4', 'Ada 4']);
    expect(statements).toEqual([4]);
  });

  it('are told nothing where there is nothing, and the others what is theirs', async () => {
    const { greet } = hall();
    const told = await Promise.all([greet('nobody'), greet('Ben'), greet('nobody'), greet('Dov')]);
    expect(told).toEqual([undefined, 'Ben 4', undefined, 'Dov 4']);
  });

  it('are asked for by a few statements where they are many', async () => {
    const { greet, statements } = hall();
    const names = Array.from({ length: 70 }, (_, number) => `Reader-${number}`);
    expect(await Promise.all(names.map((name) => greet(name)))).toEqual(
      names.map((name) => `${name} 4`),
    );
    expect(statements).toEqual([32, 32, 6]);
  });

  it('all hear of it when it fails; who asks next is asked for anew', async () => {
    const { greet } = hall();
    const told = await Promise.allSettled([greet('Ada'), greet('Ben', 0)]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await greet('Ada')).toBe('Ada 4');
  });

  it('each ask alone once together they stood in the way of somebody', async () => {
    const stuck = Object.assign(new Error('deadlock detected'), { code: '40P01' });
    const { greet, statements } = hall((names) => (names.length > 1 ? stuck : undefined));
    expect(await Promise.all([greet('Ada'), greet('Ben')])).toEqual(['Ada 4', 'Ben 4']);
    expect(statements).toEqual([2, 1, 1]);
  });
});

describe('Somebody who asks later', () => {
  it('is not told what was asked before she came', async () => {
    const { greet, statements } = hall();
    const first = greet('Ada');
    await new Promise(setImmediate);
    expect(statements).toEqual([1]);
    expect(await Promise.all([first, greet('Ben')])).toEqual(['Ada 4', 'Ben 4']);
    expect(statements).toEqual([1, 1]);
  });
});
