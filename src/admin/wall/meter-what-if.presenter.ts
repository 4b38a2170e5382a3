/** What staff see of another allowance before they set it. */
import type { MeterEffect } from '../../paywall/meter/meter-effect.rules.js';
import type { MeterEffectsFound } from '../../paywall/meter/meter-effects.service.js';

export class NowAndThenView {
  /** As it is set. */
  now: number;
  /** As it would be. */
  instead: number;
}

export class MeterEffectView {
  /** Metered articles in a window. */
  limit: NowAndThenView;
  /** Who opened metered articles by the meter: accounts, or the browsers of strangers. */
  readers: number;
  /** Of these, who used up the whole allowance of a window, so that the next article was the wall. */
  usedUp: NowAndThenView;
  /** The same in plain English. */
  sentence: string;
}

export class MeterWhatIfView {
  /** Since when openings were looked at: the beginning of the window in which the last thirty days began. */
  since: Date;
  /** Where very many have read, some are looked at, each of whom stands for so many; 1 where all were. */
  oneIn: number;
  registered: MeterEffectView;
  strangers: MeterEffectView;
}

export function presentMeterWhatIf(found: MeterEffectsFound): MeterWhatIfView {
  const { since, oneIn, registered, strangers } = found;
  return { since, oneIn, registered: effect(registered), strangers: effect(strangers) };
}

function effect({ limit, readers, usedUp, sentence }: MeterEffect): MeterEffectView {
  return {
    limit: { now: limit.now, instead: limit.instead },
    readers,
    usedUp: { now: usedUp.now, instead: usedUp.instead },
    sentence,
  };
}
