/** The application's own database role: it does all of its work, and nobody who gets hold of it rewrites the past. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendOnlyTables } from '../../prisma/app-role.js';
import { migrate } from '../../prisma/migrate.js';
import { Config } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { asServerOwner, createDatabase, createEmptyDatabase } from '../support/postgres.js';
import {
  type TestTown,
  publish,
  sellPro,
  someTrialMember,
  startTestTown,
} from '../support/town.js';

const appRole = 'broadsheet_app';
const denied = { code: '42501' };

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown();
});

afterAll(() => town.close());

const asApp = (sql: string): Promise<pg.QueryResult<Record<string, unknown>>> =>
  town.app.get(Database).pool.query<Record<string, unknown>>(sql);

describe('the application under a role of its own', () => {
  it('is one that owns no table, makes none and is no superuser', async () => {
    const { rows } = await asApp(`
      select current_user as role, rolsuper as almighty,
        has_schema_privilege('public', 'create') as makes,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname = current_user`);
    expect(rows).toEqual([{ role: appRole, almighty: false, makes: false, owns: 0 }]);
    expect(new URL(town.app.get(Config).databaseUrl).username).toBe(appRole);
  });

  it('publishes, sells and does its jobs', async () => {
    const admin = await town.staff('admin');
    await publish(town, admin, { slug: 'one', gate: 'members' });
    const plan = await sellPro(town, admin);
    const { token, userId } = await someTrialMember(town, plan.yearly);
    expect((await town.ask('GET', '/api/v1/articles/one', { token })).body).toMatchObject({
      access: { granted: true, via: 'membership' },
    });
    await town.pass(8 * 24 * 60 * 60);
    const { rows } = await asApp(`select kind from ledger_lines where "userId" = '${userId}'`);
    expect(rows).toEqual([{ kind: 'payment' }]);
  });

  it.each(appendOnlyTables)('adds to %s, and changes or removes nothing there', async (table) => {
    const line = `(select * from ${table} limit 0)`;
    await expect(asApp(`insert into ${table} ${line}`)).resolves.toMatchObject({ rowCount: 0 });
    await expect(asApp(`update ${table} set id = id`)).rejects.toMatchObject(denied);
    await expect(asApp(`delete from ${table}`)).rejects.toMatchObject(denied);
    await expect(asApp(`truncate ${table}`)).rejects.toMatchObject(denied);
    await expect(asApp(`drop table ${table}`)).rejects.toMatchObject(denied);
    await expect(asApp(`alter table ${table} disable trigger all`)).rejects.toMatchObject(denied);
    await expect(asApp(`alter table ${table} rename to gone`)).rejects.toMatchObject(denied);
    // PostgreSQL only warns that nothing was granted.
    await asApp(`grant update on ${table} to ${appRole}`);
    await expect(asApp(`update ${table} set id = id`)).rejects.toMatchObject(denied);
  });

  it('cannot step aside from the guards of the tables', async () => {
    await expect(asApp('set session_replication_role = replica')).rejects.toMatchObject(denied);
    await expect(asApp('set role broadsheet')).rejects.toMatchObject(denied);
    await expect(asApp('create table public.mine (id int)')).rejects.toMatchObject(denied);
    await expect(asApp('delete from _prisma_migrations')).rejects.toMatchObject(denied);
    const guard = `select proname from pg_trigger join pg_proc on pg_proc.oid = tgfoid
      where tgrelid = 'audit_entries'::regclass and not tgisinternal limit 1`;
    const [{ proname = '' } = {}] = (await asApp(guard)).rows;
    await expect(asApp(`drop function ${String(proname)}() cascade`)).rejects.toMatchObject(denied);
  });

  it('does not reach the past by way of what its lines lead to, or as somebody who only adds', async () => {
    const { rows } = await asApp('select "userId" from ledger_lines limit 1');
    const whose = `where id = '${String(rows[0]?.['userId'])}'`;
    await expect(asApp(`update users set id = gen_random_uuid() ${whose}`)).rejects.toThrow(
      'append-only',
    );
    await expect(asApp(`delete from users ${whose}`)).rejects.toMatchObject({ code: '23001' });
    await expect(asApp('truncate users cascade')).rejects.toMatchObject(denied);
    const again = `insert into audit_entries select * from audit_entries limit 0 on conflict (id)`;
    await expect(asApp(`${again} do update set action = 'x'`)).rejects.toMatchObject(denied);
  });

  it('gives not even the owner a way to rewrite a line by mistake', async () => {
    for (const table of appendOnlyTables) {
      await expect(town.asOwner(`truncate ${table} cascade`), table).rejects.toThrow('append-only');
    }
    await expect(town.asOwner(`update audit_entries set action = 'x'`)).rejects.toThrow(
      'append-only',
    );
    await expect(town.asOwner('delete from audit_entries')).rejects.toThrow('append-only');
  });
});

describe('an operator who names the role of the application', () => {
  it('may name it again and again, and reaches a table that a later migration brings', async () => {
    const { ownerConnectionString: connectionString, ...database } = await createDatabase();
    await migrate({ connectionString, appRole });
    const client = new pg.Client({ connectionString: database.connectionString });
    await client.connect();
    await database.asOwner('create table later (id int)');
    await expect(client.query('insert into later values (1)')).resolves.toMatchObject({
      rowCount: 1,
    });
    await client.end();
    await database.drop();
  });

  it.each([
    ['the database itself', 'ALTER DATABASE $database OWNER TO $role', 'owns the database'],
    ['the right to make roles', 'ALTER ROLE $role CREATEROLE', 'may make roles'],
    ['programs of the server', 'GRANT pg_execute_server_program TO $role', 'on the server'],
    [
      'a stronger role that it only has to become',
      'ALTER ROLE $role NOINHERIT; GRANT pg_write_all_data TO $role',
      'may change audit_entries',
    ],
    [
      'one column, with everybody',
      '$inside GRANT UPDATE (action) ON audit_entries TO PUBLIC',
      'may change audit_entries',
    ],
  ])(
    'and has given it %s is told so, before anybody rewrites the past with it',
    async (...given) => {
      const [, grant, because] = given;
      await withRole(grant, async (role, connectionString) => {
        await expect(migrate({ connectionString, appRole: role })).rejects.toThrow(because);
      });
    },
  );

  it('and had given it everything finds that it can only add to the past from now on', async () => {
    const grant = '$inside GRANT ALL ON audit_entries, ledger_lines, consents TO $role';
    await withRole(grant, async (role, connectionString) => {
      await migrate({ connectionString, appRole: role });
      const client = new pg.Client({ connectionString });
      await client.connect();
      const { rows } = await client.query(
        `select distinct privilege_type as may from information_schema.role_table_grants
         where grantee = $1 and table_name = any($2) order by 1`,
        [role, appendOnlyTables],
      );
      await client.end();
      expect(rows).toEqual([{ may: 'INSERT' }, { may: 'SELECT' }]);
    });
  });

  it.each([
    ['nobody_like_that', 'There is no role "nobody_like_that" for the application'],
    ['broadsheet', 'The role "broadsheet" is a superuser'],
  ])('as %s is refused before anything is done', async (role, because) => {
    const database = await createEmptyDatabase();
    const { connectionString } = database;
    await expect(migrate({ connectionString, appRole: role })).rejects.toThrow(because);
    const client = new pg.Client({ connectionString });
    await client.connect();
    const { rows } = await client.query(`select to_regclass('users') as users`);
    expect(rows).toEqual([{ users: null }]);
    await client.end();
    await database.drop();
  });
});

/** A role of its own in a database of its own, with something that nobody should have given it. */
async function withRole(
  grant: string,
  see: (role: string, ownerConnectionString: string) => Promise<void>,
): Promise<void> {
  const { ownerConnectionString, ...database } = await createDatabase();
  const name = new URL(ownerConnectionString).pathname.slice(1);
  const role = `app_of_${name}`;
  await asServerOwner(`CREATE ROLE ${role}`);
  try {
    const sql = grant.replaceAll('$database', name).replaceAll('$role', role);
    if (sql.startsWith('$inside ')) await database.asOwner(sql.slice('$inside '.length));
    else await asServerOwner(sql);
    await see(role, ownerConnectionString);
  } finally {
    await database.drop();
    await asServerOwner(`DROP ROLE ${role}`);
  }
}
