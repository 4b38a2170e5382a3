/**
 * Whatever ends what somebody may read ends it for her very next request: on the API, on the pages and at the edge.
 * When exactly a membership stands is proven in standing.rules.spec.ts; how a gift or an institution ends, in
 * gifts.e2e-spec.ts and institutions.e2e-spec.ts; how the meter's window ends, in meter-window.e2e-spec.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { cards, freshCard } from '../support/cards.js';
import { MemberOnPages } from '../support/member-on-pages.js';
import { goodPassword, lastMailTo, someAddress, tokenIn } from '../support/readers.js';
import { environment } from '../support/town-place.js';
import {
  type PlanOnSale,
  type TestTown,
  aMonth,
  publish,
  sell,
  startTestTown,
} from '../support/town.js';
import { Visitor } from '../support/visitor.js';

const day = 24 * 60 * 60;
const graceDays = 3;
const text = 'Hidden behind the wall.';
const story = 'paper-story';

let town: TestTown;
let admin: string;
/** Paid from the first day. */
let paper: PlanOnSale;
/** After a day of trial. */
let tried: PlanOnSale;
let other: PlanOnSale;

beforeAll(async () => {
  // Her token and her cookie outlive everything else here: it is not they that end.
  town = await startTestTown({ ...environment, GRACE_DAYS: String(graceDays) });
  admin = await town.staff('admin');
  paper = await sell(town, admin, 'paper', [aMonth]);
  tried = await sell(town, admin, 'tried', [aMonth], { trialDays: 1 });
  other = await sell(town, admin, 'other', [aMonth]);
  const planIds = [paper.id, tried.id];
  await publish(town, admin, { slug: story, gate: 'members', planIds });
});

afterAll(() => town.close());

/** Somebody with a token and with a browser that is signed in. */
interface Reader {
  id: string;
  email: string;
  token: string;
  browser: Visitor;
}

async function someone(roles: 'editor'[] = []): Promise<Reader> {
  const email = someAddress();
  const accounts = town.app.get(AccountAdminService, { strict: false });
  const { id } = await accounts.createStaff({ email, password: goodPassword, name: null, roles });
  const login = { email, password: goodPassword };
  const { body } = await town.ask('POST', '/api/v1/auth/login', { body: login });
  const browser = new Visitor(town.url);
  await browser.signIn(email);
  return { id, email, token: (body as { accessToken: string }).accessToken, browser };
}

const deed = async (reader: Reader, what: string, body: object): Promise<void> => {
  const path = `/api/v1/admin/members/${reader.id}/${what}`;
  const answer = await town.ask('POST', path, { token: admin, body });
  if (answer.status >= 300) throw new Error(`${what}: ${answer.text}`);
};

const now = (): number => town.app.get(Clock).now().getTime();

const putClockTo = (instant: number): void => town.advance((instant - now()) / 1000);

/** Milliseconds that a slow machine may take for asking at each door. */
const slowness = 10_000;

/** For a month. */
async function comped(): Promise<Reader> {
  const reader = await someone();
  const until = new Date(now() + 30 * day * 1000);
  await deed(reader, 'comp', { planId: paper.id, until });
  return reader;
}

type Buyer = Reader & { member: MemberOnPages };

async function buyer({ monthly }: PlanOnSale = paper): Promise<Buyer> {
  const member = await MemberOnPages.of(town, monthly, freshCard());
  const { userId: id, email, token } = member.person;
  return { id, email, token, browser: member.browser, member };
}

/** Her first charge is made to this card. */
async function trier(card: string): Promise<Buyer> {
  const reader = await buyer(tried);
  await reader.member.payWith(card);
  return reader;
}

/** At each door, whether she is given the text, or is known no more. */
async function doors({ token, browser }: Reader): Promise<Record<string, string>> {
  const api = await town.ask('GET', `/api/v1/articles/${story}`, { token });
  const edge = await town.ask('GET', `/api/v1/access/check?article=${story}`, { token });
  const page = await browser.open(`/articles/${story}`);
  const told = (status: number, words: string): string => {
    if (status === 401) return 'unknown';
    return status === 204 || words.includes(text) ? 'open' : 'closed';
  };
  return {
    api: told(api.status, api.text),
    edge: told(edge.status, edge.text),
    page: told(page.status, page.html),
  };
}

const open = { api: 'open', edge: 'open', page: 'open' };
const closed = { api: 'closed', edge: 'closed', page: 'closed' };
/** Her token is refused, and her browser is a stranger's. */
const signedOut = { api: 'unknown', edge: 'unknown', page: 'closed' };

describe('At the very next request a door is closed', () => {
  it.each<[string, () => Promise<Reader>, (reader: Reader) => Promise<unknown>, object]>([
    [
      'when an admin ends what is complimentary',
      comped,
      (she) => deed(she, 'cancel', { at: 'now' }),
      closed,
    ],
    [
      'when she is given another plan',
      comped,
      (she) => deed(she, 'comp', { planId: other.id, until: new Date(now() + day * 1000) }),
      closed,
    ],
    [
      'when an admin ends what she bought',
      buyer,
      (she) => deed(she, 'cancel', { at: 'now' }),
      closed,
    ],
    ['when she is paid back', buyer, (she) => deed(she, 'refund', {}), closed],
    ['when she is banned', comped, (she) => deed(she, 'ban', { reason: 'threats' }), signedOut],
    ['when she changes her password', comped, changePassword, signedOut],
    ['when she leaves for good', comped, leave, signedOut],
    [
      'when her role is taken away',
      () => someone(['editor']),
      ({ email }) => town.app.get(AccountAdminService, { strict: false }).grantRoles(email, []),
      closed,
    ],
    ['when she signs out everywhere', comped, signOut, signedOut],
  ])('%s', async (_, who, end, after) => {
    const reader = await who();
    expect(await doors(reader)).toEqual(open);
    await end(reader);
    expect(await doors(reader)).toEqual(after);
  });

  it('when what she cancelled has run to its end', async () => {
    const reader = await buyer(tried);
    await reader.member.ask('POST', 'me/membership/cancel');
    expect(await doors(reader)).toEqual(open);
    const { cancelsAt } = (await reader.member.membership()) as unknown as { cancelsAt: string };
    const left = Math.floor((Date.parse(cancelsAt) - now()) / 1000);
    await town.pass(left - 60);
    expect(await doors(reader)).toEqual(open);
    // No event, no job: the clock alone.
    town.advance(61);
    expect(await doors(reader)).toEqual(closed);
  });

  it('when grace is over', async () => {
    const reader = await trier(cards.refusing);
    await renew(reader);
    expect((await reader.member.membership()).state).toBe('grace');
    expect(await doors(reader)).toEqual(open);
    const { graceEndsAt } = await reader.member.membership();
    await town.pass(Math.floor((Date.parse(graceEndsAt ?? '') - now()) / 1000) - 60);
    expect(await doors(reader)).toEqual(open);
    town.advance(61);
    expect(await doors(reader)).toEqual(closed);
  });

  it.each(['won', 'lost'])(
    'when her bank takes the money back; and the dispute is %s',
    async (outcome) => {
      const reader = await trier(cards.disputing);
      expect(await doors(reader)).toEqual(open);
      await renew(reader);
      expect(await doors(reader)).toEqual(closed);
      const dispute = town.simulator.state.disputes.all().at(-1);
      await town.askSimulator('POST', `/_sim/disputes/${dispute?.id}/close`, { outcome });
      await town.pass(1);
      expect(await doors(reader)).toEqual(outcome === 'won' ? open : closed);
    },
  );
});

describe('The instant at which a membership ends', () => {
  it('is the first at which nothing is read, while shortly before it all is', async () => {
    const reader = await someone();
    const end = new Date(now() + day * 1000);
    await deed(reader, 'comp', { planId: paper.id, until: end });
    // The clock is put to either side, not waited for; to the millisecond see standing.rules.spec.ts.
    putClockTo(end.getTime() - slowness);
    expect(await doors(reader)).toEqual(open);
    putClockTo(end.getTime());
    expect(await doors(reader)).toEqual(closed);
  });
});

async function renew(reader: Buyer): Promise<void> {
  const { currentPeriodEnd } = await reader.member.membership();
  await town.pass(Math.ceil((Date.parse(currentPeriodEnd) - now()) / 1000) + 2 * 60 * 60);
  await town.mailbox();
}

async function changePassword({ email }: Reader): Promise<void> {
  await town.ask('POST', '/api/v1/auth/password/forgot', { body: { email } });
  const token = tokenIn(await lastMailTo(town, email));
  const body = { token, password: 'nine loud herons at midnight' };
  const { status } = await town.ask('POST', '/api/v1/auth/password/reset', { body });
  expect(status).toBe(204);
}

async function leave({ token, email }: Reader): Promise<void> {
  const { status } = await town.ask('DELETE', '/api/v1/me', { token, body: { confirm: email } });
  expect(status).toBeLessThan(300);
}

async function signOut({ token, browser }: Reader): Promise<void> {
  await browser.fillIn('/sign-out', {});
  await town.ask('POST', '/api/v1/auth/logout', { token });
}
