/** Somebody who has bought, and looks after her membership on the pages. */
import { Clock } from '../../src/platform/clock/clock.js';
import { cards } from './cards.js';
import { Member, buyer } from './member.js';
import { signIn } from './person.js';
import type { Person } from './place.js';
import type { TestTown } from './town.js';
import { type Sight, Visitor, wordsOf } from './visitor.js';

const hour = 60 * 60;

export class MemberOnPages extends Member {
  readonly browser: Visitor;

  private constructor(town: TestTown, person: Person) {
    super(town, person);
    this.browser = new Visitor(town.url);
  }

  static override async of(
    town: TestTown,
    priceId: string,
    card: string = cards.good,
  ): Promise<MemberOnPages> {
    const member = new MemberOnPages(town, await buyer(town, priceId, card));
    await member.signIn();
    return member;
  }

  /** Again, where much time has passed. */
  async signIn(): Promise<void> {
    await this.browser.signIn(this.person.email);
    await signIn(this.town, this.person);
  }

  async account(path = '/account'): Promise<string> {
    return wordsOf((await this.browser.open(path)).html);
  }

  press(action: string, priceId?: string): Promise<Sight> {
    return this.browser.fillIn(`/account/${action}`, priceId === undefined ? {} : { priceId });
  }

  /** Time passes until her next period is invoiced. */
  async renews(): Promise<void> {
    const { currentPeriodEnd } = await this.membership();
    const left = Date.parse(currentPeriodEnd) - this.town.app.get(Clock).now().getTime();
    await this.town.pass(Math.ceil(left / 1000) + 2 * hour);
    await this.signIn();
  }
}
