/** Remembers up to when Stripe's own list of events has been read. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

const only = { id: 1 };

@Injectable()
export class EventReplayRepository {
  constructor(private readonly database: Database) {}

  /** @returns null before the first replay */
  async through(): Promise<Date | null> {
    const row = await this.database.client.eventReplay.findUnique({ where: only });
    return row?.through ?? null;
  }

  async moveOn(through: Date): Promise<void> {
    await this.database.client.eventReplay.upsert({
      where: only,
      create: { ...only, through },
      update: { through },
    });
  }
}
