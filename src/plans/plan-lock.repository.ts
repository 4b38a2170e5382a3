/** Queues whoever changes a plan or its prices, until her transaction ends. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

@Injectable()
export class PlanLock {
  constructor(private readonly database: Database) {}

  /**
   * Nobody else changes this plan or its prices, or deletes it.
   * @returns false when there is no such plan
   */
  async forChange(id: string): Promise<boolean> {
    // `no key`: whoever only refers to the plan, like a membership that is written, need not wait.
    const rows = await this.database.client.$queryRaw<unknown[]>`
      select 1 from plans where id = ${id}::uuid for no key update`;
    return rows.length === 1;
  }

  /**
   * None of these plans is deleted.
   * @returns the ids of those that exist
   */
  async toStay(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.client.$queryRaw<{ id: string }[]>`
      select id::text as id from plans where id = any(${[...ids]}::uuid[]) order by id for key share`;
    return rows.map(({ id }) => id);
  }
}
