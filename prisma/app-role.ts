/** What the application's own database role may do: all of its work, and nothing to what is only ever added to. */
import type pg from 'pg';

/** Why the role cannot be the application's; the message is one sentence for the person at the terminal. */
export class AppRoleRefused extends Error {}

/** Lines are added to these and never change: not even the application could. */
export const appendOnlyTables = ['audit_entries', 'ledger_lines', 'consents'];

const jobQueue = 'graphile_worker';

/** What a role would be that could help itself to what it is not given; each completes "The role … ". */
const unfit = {
  isAlmighty: 'is a superuser, who may change everything.',
  isOwner: 'owns the tables or is a member of their owner: give the application one that does not.',
  ownsTheirPlace:
    'owns the database or its schema, and could drop any table in it: give them to the owner of the tables.',
  makesRoles: 'may make roles, and help itself to others: ALTER ROLE … NOCREATEROLE.',
  reachesServer:
    'may run programs or write files on the server, which is as good as being a superuser: take that from it.',
} as const;

/** Whatever a role may become by SET ROLE counts as its own. @throws AppRoleRefused */
export async function refuseUnfitRole(client: pg.Client, role: string): Promise<void> {
  const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (known.rowCount === 0) {
    throw new AppRoleRefused(
      `There is no role "${role}" for the application: CREATE ROLE "${role}" LOGIN PASSWORD '…', then migrate again.`,
    );
  }
  const { rows } = await client.query<Record<keyof typeof unfit, boolean>>(
    `SELECT bool_or(rolsuper) AS "isAlmighty", bool_or(rolname = current_user) AS "isOwner",
       bool_or(oid IN (
         SELECT datdba FROM pg_database WHERE datname = current_database()
         UNION ALL SELECT nspowner FROM pg_namespace WHERE nspname = 'public'
       )) AS "ownsTheirPlace",
       bool_or(rolcreaterole) AS "makesRoles",
       bool_or(rolname IN ('pg_execute_server_program', 'pg_write_server_files')) AS "reachesServer"
     FROM pg_roles WHERE pg_has_role($1, oid, 'MEMBER')`,
    [role],
  );
  for (const [flaw, words] of Object.entries(unfit)) {
    if (rows[0]?.[flaw as keyof typeof unfit] === true) {
      throw new AppRoleRefused(`The role "${role}" ${words}`);
    }
  }
}

/** After each migration, for it may have brought tables. A second time changes nothing. */
export async function grantToAppRole(client: pg.Client, role: string): Promise<void> {
  const app = client.escapeIdentifier(role);
  const kept = await existing(client, appendOnlyTables);
  const work = 'SELECT, INSERT, UPDATE, DELETE';
  const statements = ['public', jobQueue].flatMap((schema) => [
    `GRANT USAGE ON SCHEMA ${schema} TO ${app}`,
    `GRANT ${work} ON ALL TABLES IN SCHEMA ${schema} TO ${app}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${app}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${app}`,
    // For what is made past a migration that names the role.
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT ${work} ON TABLES TO ${app}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE, SELECT ON SEQUENCES TO ${app}`,
  ]);
  await client.query('BEGIN');
  for (const statement of statements) await client.query(statement);
  for (const table of kept) {
    // Rights to single columns and to make triggers included, which somebody may have given it.
    await client.query(`REVOKE ALL ON ${table} FROM ${app}`);
    await client.query(`GRANT SELECT, INSERT ON ${table} TO ${app}`);
  }
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${app}`);
  // PostgreSQL 14 lets everybody make tables there.
  await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  await openRowsOfJobs(client);
  await client.query('COMMIT');
  await refuseOtherWays(client, role, kept);
}

/** The library hides the rows of its tables from whoever does not own them, unless a policy shows them. */
async function openRowsOfJobs(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', relnamespace::regnamespace, relname) AS name FROM pg_class
     WHERE relnamespace = to_regnamespace($1) AND relrowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = $2)`,
    [jobQueue, policy],
  );
  for (const { name } of rows) {
    await client.query(`CREATE POLICY ${policy} ON ${name} USING (true) WITH CHECK (true)`);
  }
}

/** For everybody whom the grants let come as far as that. */
const policy = 'broadsheet_app';

/** A role may have been given more by others: through PUBLIC, or by membership of another role, which it may only have to become. */
async function refuseOtherWays(
  client: pg.Client,
  role: string,
  tables: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM unnest($2::text[]) AS name WHERE EXISTS (
       SELECT FROM pg_roles WHERE pg_has_role($1, oid, 'MEMBER') AND (
         has_table_privilege(oid, name, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
         OR has_any_column_privilege(oid, name, 'UPDATE')))`,
    [role, tables],
  );
  if (rows.length > 0) {
    throw new AppRoleRefused(
      `The role "${role}" may change ${rows.map(({ name }) => name).join(', ')} by a right that it has from elsewhere: take that from it.`,
    );
  }
}

async function existing(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL',
    [tables],
  );
  return rows.map(({ name }) => name);
}
