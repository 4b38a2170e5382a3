/** A PostgreSQL and its streaming replica, Debian's own, as an operator would set them up. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { somePort } from '../ports.js';
import { StartFailure } from '../start-failure.js';
import type { Household } from './household.js';

/** Where Debian puts each version's programs. */
const versions = '/usr/lib/postgresql';

/** Owns the database, and migrates it. */
const owner = 'broadsheet';
/** Whom the application connects as. */
const appRole = 'broadsheet_app';
/** On loopback, in a folder that is removed: it keeps nobody out, and shows that all of them ask for one. */
const password = 'of-this-cluster-alone';

export interface PostgresPair {
  readonly appRole: string;
  readonly password: string;
  readonly primaryPort: number;
  readonly ownerUrl: string;
  /** As the application's role. */
  readonly primaryUrl: string;
  readonly replicaUrl: string;
  /** The owner's, for who holds back or lets go what the replica writes. */
  readonly replicaOwnerUrl: string;
  /** The replica's own process, to be held still. */
  readonly replica: () => ChildProcess;
  readonly startReplica: () => Promise<void>;
}

/** @throws StartFailure that names the packages */
export function findPrograms(): string {
  const found = (existsSync(versions) ? readdirSync(versions) : [])
    .filter((version) => existsSync(join(versions, version, 'bin/pg_basebackup')))
    .filter((version) => existsSync(join(versions, version, 'bin/initdb')))
    .toSorted((one, other) => Number(one) - Number(other))
    .at(-1);
  if (found !== undefined) return join(versions, found, 'bin');
  throw new StartFailure(
    `There is no PostgreSQL in ${versions}: install Debian's postgresql-15, pgbouncer and nginx-light.`,
  );
}

export async function startPair(house: Household, programs: string): Promise<PostgresPair> {
  const program = (name: string) => join(programs, name);
  const [primaryPort, replicaPort] = [await somePort(), await somePort()];
  const url = (port: number, user: string, database = owner) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const primary = await house.room('primary');
  const replica = await house.room('replica');
  const passwordFile = join(house.folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await house.give(passwordFile);
  await house.do('initdb', program('initdb'), [
    `--pgdata=${primary}`,
    `--username=${owner}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  const server = (name: string, folder: string, port: number) =>
    house.serve(name, program('postgres'), ['-D', folder, ...settings(port)], () =>
      answers(url(port, owner, 'postgres')),
    );
  await server('primary', primary, primaryPort);
  await asOwner(url(primaryPort, owner, 'postgres'), [
    `CREATE DATABASE ${owner}`,
    `CREATE ROLE ${appRole} LOGIN PASSWORD '${password}'`,
  ]);
  // -R writes down whom it follows; the slot keeps what it has not taken yet.
  await house.do('basebackup', program('pg_basebackup'), [
    `--dbname=${url(primaryPort, owner, 'postgres')}`,
    `--pgdata=${replica}`,
    '--write-recovery-conf',
    '--create-slot',
    '--slot=replica',
    '--wal-method=stream',
    '--checkpoint=fast',
    '--no-sync',
  ]);
  let follower = await server('replica', replica, replicaPort);
  return {
    appRole,
    password,
    primaryPort,
    ownerUrl: url(primaryPort, owner),
    primaryUrl: url(primaryPort, appRole),
    replicaUrl: url(replicaPort, appRole),
    replicaOwnerUrl: url(replicaPort, owner),
    replica: () => follower,
    startReplica: async () => {
      follower = await server('replica', replica, replicaPort);
    },
  };
}

function settings(port: number): string[] {
  const parameters = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What the replica still reads is not cleaned away, so that no read of it is called off.
    hot_standby_feedback: 'on',
    // A folder that is removed afterwards has nothing to lose.
    fsync: 'off',
  };
  return Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** It listens before it takes anybody in. */
async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

async function asOwner(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
