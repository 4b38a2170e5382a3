/** Queues whoever changes a plan or its prices, until her transaction ends. */
import { Injectable } from '@nestjs/common';
import { Announcements } from '../platform/database/announcements.js';
import { Database } from '../platform/database/database.js';

/** What is announced when a plan or its prices change. */
export const plansTopic = 'plans';

@Injectable()
export class PlanLock {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  /**
   * Nobody else changes this plan or its prices, or deletes it; that it changes is announced.
   * @returns false when there is no such plan
   */
  async forChange(id: string): Promise<boolean> {
    // `no key`: whoever only refers to the plan, like a membership that is written, need not wait.
    const rows = await this.database.client.$queryRaw<unknown[]>`
      select 1 from plans where id = ${id}::uuid for no key update`;
    await this.announcements.announce(plansTopic);
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
