/** Remembers the gates that new articles get by default. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { storedKind, toKind } from '../article-row.js';
import type { GateDefault } from './default-gate.rules.js';

@Injectable()
export class GateDefaultRepository {
  constructor(private readonly database: Database) {}

  /** In the order in which they were given. */
  async list(): Promise<GateDefault[]> {
    const rows = await this.database.client.gateDefault.findMany({
      // Ids are UUIDv7: they rise in the order of making.
      orderBy: { id: 'asc' },
      omit: { id: true },
    });
    return rows.map(({ kind, ...row }) => ({ ...row, kind: kind && toKind(kind) }));
  }

  /** The whole list at once; parallel changes queue, and the last one stands. */
  replace(defaults: readonly GateDefault[]): Promise<void> {
    return this.database.transaction(async () => {
      const { client } = this.database;
      await client.$executeRaw`LOCK TABLE gate_defaults IN EXCLUSIVE MODE`;
      await client.gateDefault.deleteMany();
      await client.gateDefault.createMany({
        data: defaults.map(({ kind, ...row }) => ({ ...row, kind: kind && storedKind(kind) })),
      });
    });
  }

  async isAnyNarrowedTo(planId: string): Promise<boolean> {
    const where = { planIds: { has: planId } };
    return (await this.database.client.gateDefault.count({ where })) > 0;
  }
}
