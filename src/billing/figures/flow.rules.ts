/** How members come and go, day by day. */

export interface Flow {
  readonly trialsStarted: number;
  /** Trials that have led to a first payment. */
  readonly trialsConverted: number;
  /** Memberships that were paid for the first time, converted trials among them. */
  readonly begun: number;
  /** Memberships that had been paid for, and ended. */
  readonly ended: number;
  /** Begun less ended. */
  readonly net: number;
}

export interface DayOfFlow extends Flow {
  readonly day: string;
}

type Counted = Exclude<keyof Flow, 'net'>;

/** What happened on which day, as often as it says; days on which nothing did are left out. */
export type Happened = Record<Counted, readonly { day: string; count: number }[]>;

/** Every one of the days, in their order, with zeros where nothing happened. */
export function flowOf(days: readonly string[], happened: Happened): DayOfFlow[] {
  return days.map((day) => {
    const on = (what: Counted): number =>
      happened[what].find((each) => each.day === day)?.count ?? 0;
    return { day, ...flow(on) };
  });
}

export function totalOf(days: readonly Flow[]): Flow {
  return flow((what) => days.reduce((sum, day) => sum + day[what], 0));
}

/** @returns null where nobody was there who could have left */
export function churnRatio(paidAtStart: number, ended: number): number | null {
  return paidAtStart === 0 ? null : ended / paidAtStart;
}

function flow(of: (what: Counted) => number): Flow {
  const begun = of('begun');
  const ended = of('ended');
  return {
    trialsStarted: of('trialsStarted'),
    trialsConverted: of('trialsConverted'),
    begun,
    ended,
    net: begun - ended,
  };
}
