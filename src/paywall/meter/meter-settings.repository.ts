/** Remembers the site's meter as its admins set it; until they do, as the environment says. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { MeterWindow } from './meter.rules.js';

export interface MeterSettings {
  anonymousLimit: number;
  registeredLimit: number;
  window: MeterWindow;
}

@Injectable()
export class MeterSettingsRepository {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<MeterSettings> {
    const row = await this.database.client.meterSettings.findUnique({ where: { id: 1 } });
    return {
      anonymousLimit: row?.anonymousLimit ?? this.config.meterAnonymous,
      registeredLimit: row?.registeredLimit ?? this.config.meterRegistered,
      window: 'calendar-month',
    };
  }

  async write(settings: MeterSettings): Promise<void> {
    const { anonymousLimit, registeredLimit } = settings;
    const data = {
      anonymousLimit,
      registeredLimit,
      window: 'calendar_month',
      updatedAt: this.clock.now(),
    } as const;
    await this.database.client.meterSettings.upsert({
      where: { id: 1 },
      create: { id: 1, ...data },
      update: data,
    });
  }
}
