/** PostgreSQL stops, freezes, hangs up, only reads, takes nobody in or holds a table, while people read. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BreakablePostgres, killConnections } from './breakable-postgres.js';
import { FaultTable } from './fault-table.js';
import { TownUnderFire } from './town-under-fire.js';
import { type Fault, type Outcome, under } from './under.js';

/** Milliseconds: what waits for a lock has waited for a connection before. */
const locked = 6_500;

let postgres: BreakablePostgres;
let town: TownUnderFire;
const table = new FaultTable();

beforeAll(async () => {
  postgres = await BreakablePostgres.start();
  town = await TownUnderFire.start(postgres);
});

afterAll(async () => {
  await table.end('faults-database.json');
  await town.stop();
  await postgres.remove();
});

const happen = (fault: Fault): Promise<Outcome> => under({ town, table }, fault);

describe('While people read', () => {
  it('PostgreSQL stops for ten seconds', async () => {
    const { wrong } = await happen({
      name: 'stopped for 10 s',
      happens: async () => {
        await postgres.stop();
        await pause(10_000);
        await postgres.startAgain();
      },
    });
    expect(wrong).toEqual([]);
  });

  it('PostgreSQL freezes for thirty seconds', async () => {
    const { wrong } = await happen({
      name: 'frozen for 30 s',
      happens: async () => {
        await postgres.freeze();
        await pause(30_000);
        await postgres.thaw();
      },
    });
    expect(wrong).toEqual([]);
  });

  it('all connections are killed twenty times', async () => {
    const { wrong } = await happen({
      name: 'all connections killed 20 times',
      happens: async () => {
        const owner = await postgres.connect();
        for (let time = 0; time < 20; time += 1) {
          await owner.query(killConnections);
          await pause(250);
        }
        await owner.end();
      },
    });
    expect(wrong).toEqual([]);
  });

  it('the database only reads, as after a failover to one that does not write yet', async () => {
    const { during, wrong } = await happen({
      name: 'read-only for 5 s',
      happens: async () => {
        const owner = await postgres.connect();
        await owner.query('alter database broadsheet set default_transaction_read_only = on');
        await owner.query(killConnections);
        await pause(5_000);
        // Who is connected is left so, as nobody ends the connections to the server that was the first.
        await owner.query('alter database broadsheet reset default_transaction_read_only');
        await owner.end();
      },
    });
    expect(wrong).toEqual([]);
    const members = during.filter(({ who }) => who === 'a member');
    expect(members.filter(({ isGood }) => isGood).length / members.length).toBeGreaterThan(0.8);
  });

  it('somebody else takes all connections there are', async () => {
    const { wrong } = await happen({
      name: 'out of connections for 5 s',
      happens: async () => {
        const owner = await postgres.connect();
        await owner.query(killConnections);
        const greedy = await takeAll();
        await pause(5_000);
        await Promise.all(greedy.map((client) => client.end()));
        await owner.end();
      },
    });
    expect(wrong).toEqual([]);
  });

  it.each(['sessions', 'articles', 'meter_reads'])('somebody locks %s', async (name) => {
    const { wrong } = await happen({
      name: `${name} locked for 7 s`,
      answered: locked,
      happens: async () => {
        const owner = await postgres.connect();
        await owner.query(`begin; lock table ${name} in access exclusive mode`);
        await pause(7_000);
        await owner.query('rollback');
        await owner.end();
      },
    });
    expect(wrong).toEqual([]);
  });
});

/** As the application's role, until the server takes no more of it. */
async function takeAll(): Promise<pg.Client[]> {
  const clients: pg.Client[] = [];
  for (;;) {
    const client = new pg.Client({ connectionString: postgres.connectionString });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch {
      return clients;
    }
    clients.push(client);
  }
}
