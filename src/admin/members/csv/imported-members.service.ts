/** Does what the lines of a file say: opens accounts, changes those that are there, gives memberships. */
import { Injectable } from '@nestjs/common';
import { ComplimentaryMemberships } from '../../../memberships/complimentary.service.js';
import { isLive } from '../../../memberships/membership-of-record.rules.js';
import { MembershipKeeper } from '../../../memberships/membership-keeper.service.js';
import { Clock } from '../../../platform/clock/clock.js';
import { instantOf } from '../../../platform/http/instant.decorator.js';
import { Problem } from '../../../platform/http/problem.js';
import { PlanDesk } from '../../../plans/plan-desk.service.js';
import type { Plan } from '../../../plans/plan.js';
import {
  AccountIntake,
  type IntakeAccount,
} from '../../../users/intake/account-intake.repository.js';
import { readLabels } from '../../../users/remarks/label.rules.js';
import { type ImportLine, type LineResult, type Refusal, refusedLine } from './member-import.js';
import { type ReadMember, readMember } from './member-line.rules.js';

interface Terms {
  planId: string;
  until: Date;
}

/** A line that can be taken in, as far as it can be told from itself. */
interface Wish extends Omit<ReadMember, 'given'> {
  line: number;
  terms: Terms | null;
}

@Injectable()
export class ImportedMembers {
  constructor(
    private readonly accounts: AccountIntake,
    private readonly plans: PlanDesk,
    private readonly keeper: MembershipKeeper,
    private readonly complimentary: ComplimentaryMemberships,
    private readonly clock: Clock,
  ) {}

  /** In a transaction: a line is taken in as a whole or refused as a whole. */
  async takeIn(lines: readonly ImportLine[]): Promise<LineResult[]> {
    const plans = new Map((await this.plans.list()).map((plan) => [plan.slug, plan]));
    const looked = lines.map((line) => this.lookAt(line, plans));
    const wishes = looked.filter((each) => 'email' in each);
    const known = await this.accounts.known(wishes.map(({ email }) => email));
    const opened = await this.accounts.open(wishes.filter(({ email }) => !known.has(email)));
    await this.complimentary.giveToNewcomers(
      wishes.flatMap(({ email, terms }) => {
        const userId = opened.get(email);
        return userId === undefined || terms === null ? [] : [{ userId, ...terms }];
      }),
    );
    const overtaken = wishes.filter(({ email }) => !known.has(email) && !opened.has(email));
    for (const [email, account] of await this.accounts.known(overtaken.map(({ email }) => email))) {
      known.set(email, account);
    }
    const results: LineResult[] = [];
    for (const each of looked) {
      if (!('email' in each)) results.push(each);
      else if (opened.has(each.email)) results.push({ line: each.line, outcome: 'created' });
      else results.push(await this.fulfil(each, known.get(each.email)));
    }
    return results;
  }

  private lookAt(
    { line, fields }: ImportLine,
    plans: ReadonlyMap<string, Plan>,
  ): Wish | LineResult {
    const decision = readMember(fields);
    if (!decision.granted) return refusedLine(line, decision.denial);
    const { given, ...member } = decision.member;
    if (given === null) return { ...member, line, terms: null };
    const plan = plans.get(given.plan);
    const until = instantOf(given.until);
    if (plan === undefined) return refusedLine(line, 'unknown-plan');
    if (plan.archivedAt !== null) return refusedLine(line, 'archived-plan');
    if (until === null) return refusedLine(line, 'bad-until');
    if (until <= this.clock.now()) return refusedLine(line, 'past-until');
    return { ...member, line, terms: { planId: plan.id, until } };
  }

  private async fulfil(wish: Wish, account: IntakeAccount | undefined): Promise<LineResult> {
    if (account === undefined) throw new Error('An account was gone in the moment it was found.');
    const { line } = wish;
    const outcome = await this.change(account, wish);
    return outcome === 'changed' || outcome === 'unchanged'
      ? { line, outcome }
      : refusedLine(line, outcome);
  }

  /** What the file does not say stays as it is; labels come to those that are there. */
  private async change(
    account: IntakeAccount,
    { name, labels: added, terms }: Wish,
  ): Promise<'changed' | 'unchanged' | Refusal> {
    if (account.isBanned) return 'banned';
    const labels = readLabels([...account.labels, ...added]);
    if (!labels.granted) return 'too-many-labels';
    const given = terms === null ? 'as-it-was' : await this.give(account.id, terms);
    if (given === 'refused') return 'paid-membership-runs';
    const fields = {
      ...(name === null || name === account.name ? {} : { name }),
      ...(added.every((label) => account.labels.includes(label)) ? {} : { labels: labels.labels }),
    };
    const hasFields = Object.keys(fields).length > 0;
    if (hasFields) await this.accounts.change(account.id, fields);
    return hasFields || given === 'given' ? 'changed' : 'unchanged';
  }

  private async give(id: string, terms: Terms): Promise<'given' | 'as-it-was' | 'refused'> {
    const now = this.clock.now();
    const hasIt = (await this.keeper.listOf(id)).some(
      (each) =>
        each.source === 'complimentary' &&
        isLive(each, now) &&
        each.planId === terms.planId &&
        each.cancelsAt?.getTime() === terms.until.getTime(),
    );
    if (hasIt) return 'as-it-was';
    try {
      await this.complimentary.give(id, terms);
      return 'given';
    } catch (error) {
      // It refuses before it writes anything.
      if (error instanceof Problem && error.code === 'memberships/paid-membership-runs') {
        return 'refused';
      }
      throw error;
    }
  }
}
