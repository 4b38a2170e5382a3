/** How many articles a member may still give this month. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { resetsAt, windowStart } from '../meter/meter.rules.js';
import { MeterSettingsRepository } from '../meter/meter-settings.repository.js';
import { GiftRepository } from './gift.repository.js';
import { type GiftSettings, GiftSettingsRepository } from './gift-settings.repository.js';

export interface GiftAllowance extends GiftSettings {
  readonly left: number;
  /** When the next month begins. */
  readonly resetsAt: Date;
}

@Injectable()
export class GiftAllowances {
  constructor(
    private readonly settings: GiftSettingsRepository,
    private readonly meterSettings: MeterSettingsRepository,
    private readonly gifts: GiftRepository,
    private readonly clock: Clock,
  ) {}

  async of(giverId: string): Promise<GiftAllowance> {
    const now = this.clock.now();
    const settings = await this.settings.read();
    // Whatever the meter counts in, gifts are counted in months, and by the same calendar.
    const month = { ...(await this.meterSettings.read()), window: 'calendar-month' } as const;
    const given = await this.gifts.countSince(giverId, windowStart(month, now));
    const left = Math.max(0, settings.perMonth - given);
    return { ...settings, left, resetsAt: resetsAt(month, now, null) };
  }
}
