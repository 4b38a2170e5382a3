/** Settles the town in an empty database: a paper, a plan, and people who became members the real way. */
import 'reflect-metadata';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { createContext } from '../../src/app.js';
import { ArticleDeskService } from '../../src/articles/desk/article-desk.service.js';
import { ArticlePublishing } from '../../src/articles/desk/article-publishing.service.js';
import { AuthorDesk } from '../../src/articles/desk/author-desk.service.js';
import { SectionDesk } from '../../src/articles/desk/section-desk.service.js';
import { ArticleDays } from '../../src/paywall/figures/article-days.repository.js';
import { AdjustableClock } from '../../src/platform/clock/adjustable-clock.js';
import { Clock } from '../../src/platform/clock/clock.js';
import type { Config } from '../../src/platform/config/config.js';
import { ConfigError, loadConfig } from '../../src/platform/config/load-config.js';
import { Database } from '../../src/platform/database/database.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import type { Account } from '../../src/users/reader.js';
import { plantContent } from './content/plant-content.js';
import { TownHistory } from './members.js';
import { type Person, people, townPassword } from './people.js';
import { plantFigures } from './read-figures.js';
import { Simulator } from './simulator.js';
import { begunMark } from './town-state.js';

/** @returns whether the town was settled now; false when there is something in the database already */
export async function seedTown(config: Config): Promise<boolean> {
  if (config.seed !== 'town' || config.stripeApiBase === undefined) return false;
  const rooms = await createContext(config);
  try {
    return await settle(rooms, config, new Simulator(config.stripeApiBase));
  } finally {
    await rooms.close();
  }
}

async function settle(
  rooms: INestApplicationContext,
  config: Config,
  simulator: Simulator,
): Promise<boolean> {
  const clock = rooms.get(Clock);
  if (!(clock instanceof AdjustableClock)) throw new Error('The town needs a clock that moves.');
  const begun = new BegunMark(config);
  if (await begun.isSet()) {
    // A seed that was killed half-way left half a town; nobody has lived in it yet.
    await clear(rooms.get(Database));
  } else if (!(await isEmpty(rooms.get(Database)))) {
    return false;
  }
  await begun.set();
  // A simulator that has outlived its database would know members whom nobody else does.
  await simulator.reset();
  const history = new TownHistory(rooms, clock, simulator);
  await history.begin();
  const accounts = await settlePeople(rooms);
  await plantContent(
    {
      articles: rooms.get(ArticleDeskService, { strict: false }),
      publishing: rooms.get(ArticlePublishing, { strict: false }),
      authors: rooms.get(AuthorDesk, { strict: false }),
      sections: rooms.get(SectionDesk, { strict: false }),
    },
    new Date(),
    accounts.author.id,
  );
  await history.live(accounts, await history.sellPro());
  const figures = rooms.get(ArticleDays, { strict: false });
  await plantFigures(rooms.get(Database), figures, new Date());
  await begun.unset();
  return true;
}

async function settlePeople(rooms: INestApplicationContext): Promise<Record<Person, Account>> {
  const admin = rooms.get(AccountAdminService, { strict: false });
  const entries = await Promise.all(
    Object.entries(people).map(async ([person, { email, name, roles }]) => {
      const account = await admin.createStaff({
        email,
        name,
        roles: [...roles],
        password: townPassword,
      });
      return [person, account] as const;
    }),
  );
  return Object.fromEntries(entries) as Record<Person, Account>;
}

async function isEmpty(database: Database): Promise<boolean> {
  const [users, articles] = await Promise.all([
    database.client.user.count(),
    database.client.article.count(),
  ]);
  return users === 0 && articles === 0;
}

async function clear(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables
     where schemaname = current_schema() and tablename <> '_prisma_migrations'`,
  );
  await database.pool.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
}

/** Says in DATA_DIR that this database is being settled, so that a killed seed can start over. */
class BegunMark {
  private readonly file: string;
  /** Without its port, which the embedded server changes when it is taken. */
  private readonly database: string;

  constructor(config: Config) {
    this.file = begunMark(config.dataDir);
    const { hostname, pathname } = new URL(config.databaseUrl);
    this.database = `${hostname}${pathname}`;
  }

  async isSet(): Promise<boolean> {
    try {
      return (await readFile(this.file, 'utf8')) === this.database;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }

  set(): Promise<void> {
    return writeFile(this.file, this.database, { mode: 0o600 });
  }

  unset(): Promise<void> {
    return rm(this.file, { force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  try {
    await seedTown(loadConfig(process.env));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(error instanceof ConfigError ? why : `The town could not be settled: ${why}`);
    process.exitCode = 1;
  }
}
