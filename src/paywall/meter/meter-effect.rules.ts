/** What another allowance would have meant for those who have opened metered articles of late, also in a sentence. */

/** How many opened so many articles in that window of theirs in which they opened the most. */
export interface Peak {
  readonly opened: number;
  readonly readers: number;
}

/** As it is set, and as it would be. */
export interface Compared<T> {
  readonly now: T;
  readonly instead: T;
}

export interface MeterEffect {
  /** Articles in a window. */
  readonly limit: Compared<number>;
  /** Who opened metered articles. */
  readonly readers: number;
  /** Of these, who used up the whole allowance of a window: the next article was the wall. */
  readonly usedUp: Compared<number>;
  readonly sentence: string;
}

/** What was looked at, by the window that is set and by the one that would be. */
export interface Looked {
  readonly peaks: Compared<readonly Peak[]>;
  /** Each reader of these stands for so many; 1 where all were looked at. */
  readonly oneIn: number;
}

/** Those of whom it is told, as one of them and as many. */
export interface Crowd {
  readonly one: string;
  readonly many: string;
}

export function meterEffectOf(
  crowd: Crowd,
  limit: Compared<number>,
  { peaks, oneIn }: Looked,
): MeterEffect {
  const all = (counted: number): number => Math.round(counted * oneIn);
  const effect = {
    limit,
    readers: all(readersFrom(peaks.now, 0)),
    usedUp: {
      now: all(readersFrom(peaks.now, limit.now)),
      instead: all(readersFrom(peaks.instead, limit.instead)),
    },
  };
  const told = oneIn > 1 ? `Estimated by one in ${Math.round(oneIn)}. ` : '';
  return { ...effect, sentence: told + inWords(crowd, effect) };
}

/** How many opened as many articles, or more. */
function readersFrom(peaks: readonly Peak[], opened: number): number {
  return peaks.reduce((sum, peak) => (peak.opened >= opened ? sum + peak.readers : sum), 0);
}

type Effect = Omit<MeterEffect, 'sentence'>;

const written = new Intl.NumberFormat('en-US');
const counted = (count: number, { one, many }: Crowd): string =>
  `${written.format(count)} ${count === 1 ? one : many}`;

function inWords(crowd: Crowd, effect: Effect): string {
  const { limit, readers, usedUp } = effect;
  if (limit.now === 0) {
    return `Metered articles are not given to ${crowd.many} now, so nothing is known of how many they would open.`;
  }
  if (readers === 0) return `Not one metered article was opened by ${crowd.many}.`;
  const up = usedUp.now === 0 ? 'none' : written.format(usedUp.now);
  const before = `Of ${counted(readers, crowd)} who opened metered articles, ${up} used up the ${limit.now} of a window.`;
  return [before, change(effect)].filter(Boolean).join(' ');
}

function change({ limit, readers, usedUp }: Effect): string {
  if (limit.instead === 0) {
    return readers === 1
      ? 'With none, the first article would have been the wall.'
      : `With none, the first article would have been the wall for all ${written.format(readers)}.`;
  }
  if (limit.instead < limit.now) {
    return `With ${limit.instead} it would have been ${written.format(usedUp.instead)}.`;
  }
  if (limit.instead > limit.now) {
    return usedUp.now === 0
      ? `With ${limit.instead}, nothing would have changed for anybody.`
      : `With ${limit.instead}, they would have had ${limit.instead - limit.now} more.`;
  }
  return usedUp.instead === usedUp.now
    ? ''
    : `In the other window it would have been ${written.format(usedUp.instead)}.`;
}
