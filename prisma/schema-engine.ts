/** The one border to Prisma's schema engine: its WebAssembly build, run on one PostgreSQL connection. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import type pg from 'pg';
import { EngineAdapter } from './schema-engine-adapter.js';
import type { Migration, SchemaFile } from './folders.js';

/** What the engine finds when it compares the folder of migrations with the database's own list. */
export interface MigrationHistory {
  /** In the folder, not yet applied; in the order in which they are to be applied. */
  readonly pending: string[];
  /** Applied, but not in the folder: the database belongs to newer code. */
  readonly unknown: string[];
  /** Applied, and their SQL changed afterwards. */
  readonly edited: string[];
  /** Begun, and neither finished nor marked as rolled back. */
  readonly failed: string[];
}

const everything = { externalTables: [], externalEnums: [] };
const emptyMigration = '-- This is an empty migration.';
const bindings = './schema_engine_bg.js';

let engineModule: Promise<void> | undefined;

/** The engine on one database. Everything it does goes through the client that it was opened with. */
export class SchemaEngine {
  private constructor(
    private readonly engine: glue.SchemaEngine,
    private readonly adapter: EngineAdapter,
    private readonly schema: readonly SchemaFile[],
  ) {}

  /**
   * @param client a connected one; a transaction begun on it spans what the engine does
   * @param schema the Prisma schema files; needed only to compare them with the database
   */
  static async open(client: pg.Client, schema: readonly SchemaFile[] = []): Promise<SchemaEngine> {
    engineModule ??= instantiate();
    await engineModule;
    const adapter = new EngineAdapter(client);
    const engine = await glue.SchemaEngine.new(
      {
        datamodels:
          schema.length === 0 ? undefined : schema.map(({ path, content }) => [path, content]),
      },
      () => undefined, // the engine's own trace
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    return new SchemaEngine(engine, adapter, schema);
  }

  async history(migrations: readonly Migration[]): Promise<MigrationHistory> {
    const found = await this.run(() =>
      this.engine.diagnoseMigrationHistory({
        migrationsList: asList(migrations),
        optInToShadowDatabase: false,
        filters: everything,
      }),
    );
    const { history } = found;
    return {
      pending:
        history !== null && history.diagnostic !== 'migrationsDirectoryIsBehind'
          ? history.unappliedMigrationNames
          : [],
      unknown:
        history !== null && history.diagnostic !== 'databaseIsBehind'
          ? history.unpersistedMigrationNames
          : [],
      edited: found.editedMigrationNames,
      failed: found.failedMigrationNames,
    };
  }

  /** Applies whatever of these is not yet applied, and writes it down in `_prisma_migrations`. */
  async apply(migrations: readonly Migration[]): Promise<string[]> {
    const { appliedMigrationNames } = await this.run(() =>
      this.engine.applyMigrations({ migrationsList: asList(migrations), filters: everything }),
    );
    return appliedMigrationNames;
  }

  /** Writes down one that was applied by other means. @param migrations it and all before it */
  async markApplied(name: string, migrations: readonly Migration[]): Promise<void> {
    await this.run(() =>
      this.engine.markMigrationApplied({
        migrationName: name,
        migrationsList: asList(migrations),
      }),
    );
  }

  /** The SQL that leads from the database as it is to the schema files; undefined when they agree. */
  async stepsToSchema(): Promise<string | undefined> {
    const files = [...this.schema];
    const { stdout } = await this.run(() =>
      this.engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: '' },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters: everything,
      }),
    );
    const script = stdout?.trim() ?? '';
    return script === '' || script === emptyMigration ? undefined : script;
  }

  close(): void {
    this.engine.free();
  }

  /** Lets the engine work, and throws the database's own error instead of the engine's account of it. */
  private async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.adapter.scriptError ?? error;
    }
  }
}

async function instantiate(): Promise<void> {
  // A panic of the engine is told to this global, then ends the process by a trap that says nothing.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => console.error(`Prisma's schema engine: ${message}`),
    },
  });
  const gluePath = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const { instance } = await WebAssembly.instantiate(
    await readFile(join(dirname(gluePath), 'schema_engine_bg.wasm')),
    { [bindings]: { ...glue, ...withoutLingeringTimers() } },
  );
  glue.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports as { __wbindgen_start?: () => void };
  if (begin === undefined) {
    throw new Error('This build of @prisma/schema-engine-wasm is not one that Broadsheet knows.');
  }
  begin();
}

/** The engine never clears its timers (10 s for a lock); they must not keep a finished process alive. */
function withoutLingeringTimers(): Record<string, unknown> {
  // The names end in a hash that differs from build to build.
  const names = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const setUnreferenced = (callback: () => void, milliseconds: number) =>
    setTimeout(callback, milliseconds).unref();
  return Object.fromEntries(names.map((name) => [name, setUnreferenced]));
}

function asList(migrations: readonly Migration[]): glue.MigrationList {
  return {
    baseDir: '',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
