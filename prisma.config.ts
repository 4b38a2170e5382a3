/** Where Prisma's command line finds the schema, and how it does without its native engine. */
import { defineConfig } from 'prisma/config';

// `generate`, `validate` and `format` never call the native schema engine, yet the command line
// downloads it before each of them. Naming any executable here keeps an install free of downloads;
// migrations run on the WebAssembly build of the same engine (prisma/migrate.ts).
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
