/** The allowance: what is left of it, and opening an article by it. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { MeterStanding } from '../decision/decide-access.rules.js';
import { Brought } from '../reading/brought.service.js';
import type { Visit } from '../reading/visit.js';
import type { Reader } from '../../users/reader.js';
import { type MeterOpening, MeterRepository, type MeterUse } from './meter.repository.js';
import { resetsAt, windowStart } from './meter.rules.js';
import { type MeterSettings, MeterSettingsRepository } from './meter-settings.repository.js';
import { StrangerNames } from './stranger-names.service.js';

/** An allowance as a reader is told it. */
export interface Allowance {
  readonly limit: number;
  readonly used: number;
  /** When there is more. */
  readonly resetsAt: Date;
  /** How long a rolling window is; null for the calendar month. */
  readonly windowDays: number | null;
  /** A registered reader's limit, for a stranger to whom it would be more. */
  readonly limitWithAccount: number | null;
}

/** What the meter says to somebody before an article. */
export interface MeterAnswer {
  /** As it stood when she came, for the decision. */
  readonly standing: MeterStanding;
  /** A unit was spent. */
  readonly isSpent: boolean;
  /** As it stands now; null for a stranger who has none. */
  readonly allowance: Allowance | null;
  /** What this browser opens counts for the stranger in it, who has to be known again. */
  readonly countsBrowser: boolean;
}

type Who = Pick<MeterOpening, 'subject' | 'browserId' | 'limit' | 'network'>;

const nothingForStrangers: MeterAnswer = {
  standing: { limit: 0, used: 0, hasRead: false, isHeldBack: true },
  isSpent: false,
  allowance: null,
  countsBrowser: false,
};

@Injectable()
export class MeterService {
  constructor(
    private readonly settings: MeterSettingsRepository,
    private readonly reads: MeterRepository,
    private readonly names: StrangerNames,
    private readonly clock: Clock,
    private readonly brought: Brought,
  ) {}

  /** What is left to a signed-in reader, whatever she opens. */
  async allowance(readerId: string): Promise<Allowance> {
    const settings = await this.settings.read();
    const who = readersName(readerId, null, settings);
    const { use, now } = await this.ask(settings, who, null, false);
    return told(settings, who.limit, use, now, true);
  }

  /** Looks at her allowance and, where the visit may, spends a unit: the one that the decision will ask for. */
  async open(articleId: string, visit: Visit): Promise<MeterAnswer> {
    const settings = await this.settings.read();
    return visit.reader === null
      ? this.openForStranger(settings, articleId, visit)
      : this.openForReader(settings, articleId, visit, visit.reader);
  }

  /** Whether this article, though metered, is read without being counted. */
  async exempts(article: { gate: string; sectionId: string | null }): Promise<boolean> {
    if (article.gate !== 'metered' || article.sectionId === null) return false;
    return (await this.settings.read()).exemptSectionIds.includes(article.sectionId);
  }

  /** Somebody signs in with the browser in which she has read as a stranger. */
  carry(browserId: string, readerId: string): Promise<void> {
    return this.reads.carry(browserId, readerId, this.clock.now());
  }

  /** Somebody signs in who may have had another account with this address, and deleted it. */
  async carryOn(email: string, readerId: string): Promise<void> {
    for (const name of this.names.everyLeaver(email)) await this.carry(name, readerId);
  }

  /** Forgets what she has read, but for what counts in this window should she come back: or deleting would refill it. */
  async forget({ id: userId, email }: { id: string; email: string }): Promise<void> {
    const now = this.clock.now();
    const since = windowStart(await this.settings.read(), now);
    await this.reads.leave({ userId, leaverId: this.names.leaver(email), since, now });
  }

  private async openForReader(
    settings: MeterSettings,
    articleId: string,
    { visitor, maySpend }: Visit,
    reader: Reader,
  ): Promise<MeterAnswer> {
    // Where strangers are given nothing, nobody has to be known again.
    const countsBrowser = settings.anonymousLimit > 0;
    const browserId = visitor.isNew && !countsBrowser ? null : visitor.id;
    const who = readersName(reader.id, browserId, settings);
    const { use, now } =
      this.seen(settings, who, articleId, { reader, maySpend }) ??
      (await this.ask(settings, who, articleId, maySpend));
    return {
      standing: standingOf(who.limit, use, false),
      isSpent: use.isSpent,
      allowance: told(settings, who.limit, use, now, true),
      countsBrowser: countsBrowser && (use.isSpent || use.hasRead),
    };
  }

  private async openForStranger(
    settings: MeterSettings,
    articleId: string,
    visit: Visit,
  ): Promise<MeterAnswer> {
    if (settings.anonymousLimit === 0) return nothingForStrangers;
    const who = this.strangersName(settings, visit);
    const { use, now } = await this.ask(settings, who, articleId, visit.maySpend);
    const isUsedUp = use.used >= who.limit && !use.hasRead;
    // The next request brings the cookie that this one is answered with, and has an allowance of its own.
    const isHeldBack = (visit.visitor.isNew && isUsedUp) || use.isNetworkSpent;
    const own = visit.visitor.isNew ? { ...use, used: 0, oldest: null } : use;
    return {
      standing: standingOf(who.limit, use, isHeldBack),
      isSpent: use.isSpent,
      allowance:
        isHeldBack && !use.hasRead
          ? null
          : told(settings, settings.anonymousLimit, own, now, false),
      countsBrowser: true,
    };
  }

  private strangersName(settings: MeterSettings, visit: Visit): Who {
    const { anonymousLimit, cookielessLimit, networkLimit } = settings;
    const { visitor } = visit;
    const network = { name: this.names.network(visit, this.clock.now()), limit: networkLimit };
    if (!visitor.isNew) {
      const subject = { id: visitor.id, kind: 'visitor' } as const;
      return { subject, browserId: null, limit: anonymousLimit, network };
    }
    const subject = { id: this.names.cookieless(visit), kind: 'cookieless' } as const;
    const limit = Math.min(cookielessLimit, anonymousLimit);
    return { subject, browserId: visitor.id, limit, network };
  }

  /** What the query that found her saw already: all there is to know, where nothing is to be spent. */
  private seen(
    settings: MeterSettings,
    { browserId, limit }: Who,
    articleId: string,
    { reader, maySpend }: Pick<Visit, 'maySpend'> & { reader: Reader },
  ): { use: MeterUse; now: Date } | undefined {
    // Her browser's own reads are carried into her account by the statement that spends.
    if (browserId !== null) return undefined;
    const now = this.clock.now();
    const use = this.brought.meterOf(articleId, reader, windowStart(settings, now));
    if (use === undefined) return undefined;
    return !maySpend || use.hasRead || use.used >= limit ? { use, now } : undefined;
  }

  private async ask(
    settings: MeterSettings,
    who: Who,
    articleId: string | null,
    maySpend: boolean,
  ): Promise<{ use: MeterUse; now: Date }> {
    const now = this.clock.now();
    const since = windowStart(settings, now);
    return { use: await this.reads.open({ ...who, articleId, since, now, maySpend }), now };
  }
}

function readersName(
  id: string,
  browserId: string | null,
  { registeredLimit }: MeterSettings,
): Who {
  return {
    subject: { id, kind: 'reader' },
    browserId,
    limit: registeredLimit,
    network: null,
  };
}

function standingOf(
  limit: number,
  { used, hasRead }: MeterUse,
  isHeldBack: boolean,
): MeterStanding {
  return { limit, used, hasRead, isHeldBack };
}

function told(
  settings: MeterSettings,
  limit: number,
  { used, oldest, isSpent }: MeterUse,
  now: Date,
  isSignedIn: boolean,
): Allowance {
  const { registeredLimit } = settings;
  return {
    limit,
    used: isSpent ? used + 1 : used,
    resetsAt: resetsAt(settings, now, oldest ?? (isSpent ? now : null)),
    windowDays: settings.window === 'rolling-days' ? settings.windowDays : null,
    limitWithAccount: !isSignedIn && registeredLimit > limit ? registeredLimit : null,
  };
}
