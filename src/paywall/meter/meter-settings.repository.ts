/** Remembers the site's meter as its admins set it; until they do, as the environment says. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Announcements } from '../../platform/database/announcements.js';
import { Database } from '../../platform/database/database.js';
import { Shelf } from '../../platform/database/shelf.js';
import { Purges } from '../../platform/edge/purges.js';
import type { MeterWindow, WindowSettings } from './meter.rules.js';

export interface MeterSettings extends WindowSettings {
  /** Metered articles in a window: a stranger's, and a registered reader's. */
  readonly anonymousLimit: number;
  readonly registeredLimit: number;
  /** A stranger's before her cookie has come back. */
  readonly cookielessLimit: number;
  /** Units that all strangers of one network spend in a day at most. */
  readonly networkLimit: number;
  /** Metered articles of these sections are read without being counted. */
  readonly exemptSectionIds: readonly string[];
}

export const meterSettingsTopic = 'meter settings';

const inDatabase = {
  'calendar-month': 'calendar_month',
  'rolling-days': 'rolling_days',
} as const satisfies Record<MeterWindow, string>;

@Injectable()
export class MeterSettingsRepository {
  private readonly shelf: Shelf<MeterSettings>;

  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly purges: Purges,
  ) {
    this.shelf = new Shelf(announcements, meterSettingsTopic, { standsIn: true });
  }

  read(): Promise<MeterSettings> {
    return this.shelf.get('', () => this.load());
  }

  /** Without a look at the database; null where that would be needed. */
  onShelf(): MeterSettings | null {
    return this.shelf.peek('');
  }

  /** What is not named stays as it is. */
  async write(change: Partial<MeterSettings>): Promise<void> {
    await this.database.transaction(async () => {
      const { window, exemptSectionIds, ...rest } = { ...(await this.load()), ...change };
      const data = {
        ...rest,
        window: inDatabase[window],
        exemptSectionIds: [...exemptSectionIds],
        updatedAt: this.clock.now(),
      };
      await this.database.client.meterSettings.upsert({
        where: { id: 1 },
        create: { id: 1, ...data },
        update: data,
      });
      await this.announcements.announce(meterSettingsTopic);
      // What strangers are given decides whether they all get the same.
      await this.purges.order('site');
    });
  }

  private async load(): Promise<MeterSettings> {
    const row = await this.database.client.meterSettings.findUnique({
      where: { id: 1 },
      omit: { id: true, updatedAt: true },
    });
    if (row === null) return this.firstValues();
    return {
      ...row,
      window: row.window === 'rolling_days' ? 'rolling-days' : 'calendar-month',
    };
  }

  private firstValues(): MeterSettings {
    return {
      anonymousLimit: this.config.meterAnonymous,
      registeredLimit: this.config.meterRegistered,
      window: this.config.meterWindow,
      windowDays: 30,
      timeZone: 'UTC',
      cookielessLimit: 1,
      networkLimit: 100,
      exemptSectionIds: [],
    };
  }
}
