/** Before all tests: starts one PostgreSQL and migrates the database that every test's database is copied from. */
import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.js';
import { startThrowAwayPostgres } from '../../scripts/throw-away-postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that `createDatabase()` copies. Nobody may be connected to it. */
    postgresTemplate: string;
    /** The same as the application's role. */
    postgresTemplateForApp: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAwayPostgres();
  try {
    await migrate(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('postgresTemplate', server.connectionString);
  project.provide('postgresTemplateForApp', server.appConnectionString);
  return () => server.stop();
}
