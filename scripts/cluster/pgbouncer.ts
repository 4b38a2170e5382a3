/** A PgBouncer in transaction mode before the primary, set up as docs/CLUSTER.md recommends. */
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { somePort } from '../ports.js';
import { type Household, listens } from './household.js';
import type { PostgresPair } from './postgres-pair.js';

/** @returns the way through it, as the application's role */
export async function startPgBouncer(house: Household, pair: PostgresPair): Promise<string> {
  const { appRole, password, primaryPort } = pair;
  const [folder, port] = [await house.room('pgbouncer'), await somePort()];
  const users = join(folder, 'users.txt');
  const settings = join(folder, 'pgbouncer.ini');
  await writeFile(users, `"${appRole}" "${password}"\n`, { mode: 0o600 });
  await writeFile(settings, recommended(port, primaryPort, users));
  await chmod(settings, 0o644);
  await house.give(users);
  await house.serve('pgbouncer', '/usr/sbin/pgbouncer', [settings], () => listens(port));
  return `postgresql://${appRole}:${password}@127.0.0.1:${port}/broadsheet`;
}

const recommended = (port: number, primaryPort: number, users: string): string => `
[databases]
broadsheet = host=127.0.0.1 port=${primaryPort} dbname=broadsheet

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
; Connections to PostgreSQL, of all processes together.
default_pool_size = 20
max_client_conn = 500
; Seconds. Broadsheet itself gives up after ten.
query_wait_timeout = 10
`;
