/** Counts what may be done only so often, together with all other processes, and says when it may be done again. */
import { type KeyObject, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { originOfRequest } from '../http/request-origin.js';
import { lineOf, networkAround } from '../networks/client-place.rules.js';
import { type LimitRule, bucketOf, retryAfter, waitFor } from './limit.rules.js';
import { tooMany } from './limits.errors.js';
import { LimitMetrics } from './limits.metrics.js';
import { type KeyedBucket, LimitsRepository } from './limits.repository.js';

/** What was counted, until it turns out that it should not have been. */
export interface Taken {
  giveBack(): Promise<void>;
}

/** Which of the rules say no, and after how many seconds all of them say yes. */
export interface Refusal {
  readonly by: readonly LimitRule[];
  readonly seconds: number;
}

/**
 * Where a rule counts by account, its name comes as `account`: an id, or the address of a mailbox that need not be
 * known. From where something is done, the request says by itself.
 */
@Injectable()
export class Limits {
  private readonly key: KeyObject;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly limits: LimitsRepository,
    private readonly metrics: LimitMetrics,
  ) {
    const secret = Buffer.from(config.jwtSecret);
    this.key = createSecretKey(
      Buffer.from(hkdfSync('sha256', secret, '', 'broadsheet keys of limits', 32)),
    );
  }

  /** Counts once for each rule, or for none where one refuses. @throws Problem 429 `request/too-many` */
  async take(rules: readonly LimitRule[], account: string | null = null): Promise<Taken> {
    const taken = await this.tryTake(rules, account);
    if ('by' in taken) throw tooMany(taken.seconds);
    return taken;
  }

  async tryTake(
    rules: readonly LimitRule[],
    account: string | null = null,
  ): Promise<Taken | Refusal> {
    const buckets = this.bucketsOf(rules, account);
    const waits = await this.limits.take(buckets, this.clock.now());
    const refusal = refusalOf(rules, waits);
    if (refusal !== null) this.metrics.count(refusal.by);
    return refusal ?? { giveBack: () => this.limits.giveBack(buckets, this.clock.now()) };
  }

  /** Whether a take would be refused now. */
  async look(rules: readonly LimitRule[], account: string | null = null): Promise<Refusal | null> {
    const buckets = this.bucketsOf(rules, account);
    const now = this.clock.now();
    const emptyAt = await this.limits.look(buckets);
    const waits = buckets.map((bucket, at) => waitFor(emptyAt[at] ?? null, bucket, now));
    const refusal = refusalOf(rules, waits);
    if (refusal !== null) this.metrics.count(refusal.by);
    return refusal;
  }

  /** As if nothing had ever been counted. */
  async clear(rule: LimitRule, account: string | null = null): Promise<void> {
    for (const bucket of this.bucketsOf([rule], account)) await this.limits.clear(bucket);
  }

  /** What a rule counts under: always the same for the same place and account, and nothing can be read from it. */
  keyOf({ name, by }: LimitRule, account: string | null = null): Buffer {
    const named = [name, by, ...this.counted(by, account)];
    return createHmac('sha256', this.key).update(JSON.stringify(named)).digest();
  }

  private bucketsOf(rules: readonly LimitRule[], account: string | null): KeyedBucket[] {
    const { limitsFactor } = this.config;
    return rules.map((rule) => ({
      ...bucketOf(rule, limitsFactor),
      key: this.keyOf(rule, account),
    }));
  }

  private counted(by: LimitRule['by'], account: string | null): string[] {
    const origin = originOfRequest();
    switch (by) {
      case 'account':
        return [named(account)];
      case 'account-at-address':
        return [named(account), lineOf(origin)];
      case 'address':
        return [lineOf(origin)];
      case 'network':
        return [networkAround(origin)];
      case 'everybody':
        return [];
    }
  }
}

function refusalOf(rules: readonly LimitRule[], waits: readonly number[]): Refusal | null {
  const by = rules.filter((_, at) => (waits[at] ?? 0) > 0);
  return by.length === 0 ? null : { by, seconds: retryAfter(Math.max(...waits)) };
}

function named(account: string | null): string {
  if (account === null) throw new Error('A limit by account was asked about nobody.');
  return account;
}
