/** Answers what another allowance would have meant, from what readers have opened in the last month. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { MeterEffectRepository } from './meter-effect.repository.js';
import { type MeterEffect, meterEffectOf } from './meter-effect.rules.js';
import { type MeterWindow, type WindowSettings, windowStart } from './meter.rules.js';
import { MeterSettingsRepository } from './meter-settings.repository.js';

/** What is left out stays as it is set. */
export interface MeterWish {
  anonymous?: number | undefined;
  registered?: number | undefined;
  window?: MeterWindow | undefined;
  windowDays?: number | undefined;
}

export interface MeterEffectsFound {
  /** Since when openings were looked at: the beginning of the window in which the last month began. */
  since: Date;
  /** Each reader who was looked at stands for so many; 1 where all were. */
  oneIn: number;
  registered: MeterEffect;
  strangers: MeterEffect;
}

/** Milliseconds. */
const aMonth = 30 * 24 * 60 * 60 * 1000;

const readers = { one: 'registered reader', many: 'registered readers' };
const strangers = { one: 'stranger', many: 'strangers' };

@Injectable()
export class MeterEffects {
  constructor(
    private readonly settings: MeterSettingsRepository,
    private readonly openings: MeterEffectRepository,
    private readonly clock: Clock,
  ) {}

  async of({ anonymous, registered, window, windowDays }: MeterWish): Promise<MeterEffectsFound> {
    const set = await this.settings.read();
    const wished = {
      ...set,
      window: window ?? set.window,
      windowDays: windowDays ?? set.windowDays,
    };
    const monthAgo = new Date(this.clock.now().getTime() - aMonth);
    const starts = [set, wished].map((each) => windowStart(each, monthAgo).getTime());
    const since = new Date(Math.min(...starts));
    const now = await this.openings.peaks(set, since);
    const instead = isSameWindow(set, wished) ? now : await this.openings.peaks(wished, since);
    const { oneIn } = now;
    const limits = {
      registered: { now: set.registeredLimit, instead: registered ?? set.registeredLimit },
      strangers: { now: set.anonymousLimit, instead: anonymous ?? set.anonymousLimit },
    };
    return {
      since,
      oneIn,
      registered: meterEffectOf(readers, limits.registered, {
        peaks: { now: now.reader, instead: instead.reader },
        oneIn,
      }),
      strangers: meterEffectOf(strangers, limits.strangers, {
        peaks: { now: now.visitor, instead: instead.visitor },
        oneIn,
      }),
    };
  }
}

function isSameWindow(set: WindowSettings, wished: WindowSettings): boolean {
  if (set.window !== wished.window) return false;
  return set.window === 'calendar-month' || set.windowDays === wished.windowDays;
}
