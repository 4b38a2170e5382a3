/** What Prisma's schema engine needs of a PostgreSQL connection, where `@prisma/adapter-pg` falls short of it. */
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  isDriverAdapterError,
  type ColumnType,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** The types of PostgreSQL's catalogue columns, by their object ids (pg_type.dat), which never change. */
const catalogueTypes = new Map<number, ColumnType>([
  [16, ColumnTypeEnum.Boolean],
  [18, ColumnTypeEnum.Character], // "char", the one-byte type that adapter-pg refuses
  [19, ColumnTypeEnum.Text], // name
  [20, ColumnTypeEnum.Int64],
  [21, ColumnTypeEnum.Int32], // int2
  [23, ColumnTypeEnum.Int32],
  [25, ColumnTypeEnum.Text],
  [26, ColumnTypeEnum.Int64], // oid
  [1003, ColumnTypeEnum.TextArray], // name[]
  [1009, ColumnTypeEnum.TextArray],
]);

/** All the connections that the engine asks for are the one client, so that a transaction on it spans them. */
export class EngineAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  /** The last script's failure, as PostgreSQL told it. */
  scriptError: unknown;

  private readonly prisma: PrismaPg;

  constructor(private readonly client: pg.Client) {
    // adapter-pg takes a pool, and a pool drops a connection whose query failed: with it would go the
    // advisory lock and the transaction. This one never connects.
    const pool = new pg.Pool({ max: 0 });
    pool.query = client.query.bind(client);
    this.prisma = new PrismaPg(pool);
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await this.prisma.connect();
    return {
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      queryRaw: async (query) => {
        try {
          return await adapter.queryRaw(query);
        } catch (error) {
          if (isDriverAdapterError(error) && error.cause.kind === 'UnsupportedNativeDataType') {
            return this.queryCatalogue(query);
          }
          throw error;
        }
      },
      executeRaw: (query) => adapter.executeRaw(query),
      executeScript: (script) => this.executeScript(script),
      startTransaction: (isolationLevel) => adapter.startTransaction(isolationLevel),
      getConnectionInfo: () => adapter.getConnectionInfo(),
      dispose: () => adapter.dispose(),
    };
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    throw new Error(
      'Broadsheet compares schemas on a throw-away server, never on a shadow database.',
    );
  }

  /** Runs the whole script as one query: adapter-pg would split it at every `;`, also inside `$$ … $$`. */
  private async executeScript(script: string): Promise<void> {
    this.scriptError = undefined;
    try {
      await this.client.query(script);
    } catch (error) {
      this.scriptError = error;
      throw error;
    }
  }

  private async queryCatalogue({ sql, args }: SqlQuery): Promise<SqlResultSet> {
    const { fields, rows } = await this.client.query<unknown[]>({
      text: sql,
      values: args,
      rowMode: 'array',
    });
    return {
      columnNames: fields.map(({ name }) => name),
      columnTypes: fields.map(({ name, dataTypeID }) => {
        const type = catalogueTypes.get(dataTypeID);
        if (type === undefined) {
          throw new Error(`The catalogue column "${name}" has the unexpected type ${dataTypeID}.`);
        }
        return type;
      }),
      rows,
    };
  }
}
