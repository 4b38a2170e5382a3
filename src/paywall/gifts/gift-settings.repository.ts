/** Remembers how much members give away, as the admins set it. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Announcements } from '../../platform/database/announcements.js';
import { Database } from '../../platform/database/database.js';
import { Shelf } from '../../platform/database/shelf.js';

export interface GiftSettings {
  /** Articles a member gives in a calendar month. */
  perMonth: number;
  /** How long a gift is good. */
  days: number;
  /** How many may open one. */
  openings: number;
}

const untilSet: GiftSettings = { perMonth: 10, days: 14, openings: 5 };

export const giftSettingsTopic = 'gift settings';

@Injectable()
export class GiftSettingsRepository {
  private readonly shelf: Shelf<GiftSettings>;

  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {
    this.shelf = new Shelf(announcements, giftSettingsTopic, { standsIn: true });
  }

  read(): Promise<GiftSettings> {
    return this.shelf.get('', () => this.load());
  }

  async write({ perMonth, days, openings }: GiftSettings): Promise<void> {
    const data = { perMonth, days, openings, updatedAt: this.clock.now() };
    await this.database.transaction(async () => {
      await this.database.client.giftSettings.upsert({
        where: { id: 1 },
        create: { id: 1, ...data },
        update: data,
      });
      await this.announcements.announce(giftSettingsTopic);
    });
  }

  private async load(): Promise<GiftSettings> {
    const row = await this.database.client.giftSettings.findUnique({ where: { id: 1 } });
    if (row === null) return untilSet;
    const { perMonth, days, openings } = row;
    return { perMonth, days, openings };
  }
}
