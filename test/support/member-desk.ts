/** An admin at her desk, with readers and members to look after: what she does for one, and what is told of it. */
import { Clock } from '../../src/platform/clock/clock.js';
import type { Answer } from './api.js';
import { freshCard } from './cards.js';
import { joinAs } from './readers.js';
import {
  type PlanOnSale,
  type TestTown,
  aYear,
  openCheckout,
  pay,
  sell,
  sellPro,
  startTestTown,
} from './town.js';

const day = 24 * 60 * 60;

export interface Reader {
  id: string;
  token: string;
}

export interface MemberFile {
  membership: { state: string };
  memberships: {
    id: string;
    source: string;
    status: string;
    stripeSubscriptionId: string | null;
  }[];
  stripeCustomerId: string | null;
  hasHadTrial: boolean;
  invoices: { id: string; amountPaid: { amount: number } }[];
  ledger: { kind: string; money: { amount: number; currency: string } }[];
}

export type Deed = 'comp' | 'cancel' | 'refund' | 'extend' | 'notes' | 'impersonate' | 'ban';

export interface MemberDesk {
  town: TestTown;
  token: string;
  /** With a trial. */
  pro: PlanOnSale;
  /** Paid from the first day. */
  paper: PlanOnSale;
  ask(
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  deed(
    whom: Pick<Reader, 'id'>,
    what: Deed,
    body: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  fileOf(whom: Reader): Promise<MemberFile>;
  /** What the audit says that this admin did for her, the newest first. */
  deedsOn(whom: Reader): Promise<string[]>;
  someReader(): Promise<Reader>;
  /** Has paid for a year, or is in her trial of one. */
  someMember(plan?: PlanOnSale): Promise<Reader>;
  /** Buys it as she is; answers her membership. */
  buy(reader: Reader, plan: PlanOnSale): Promise<unknown>;
  /** So many days from now, by the product's clock. */
  inDays(days: number): string;
}

export async function openMemberDesk(): Promise<MemberDesk> {
  const town = await startTestTown();
  const token = await town.staff('admin');
  const pro = await sellPro(town, token);
  const paper = await sell(town, token, 'paper', [aYear]);
  const { id: adminId } = (await town.ask('GET', '/api/v1/me', { token })).body as Reader;
  const ask: MemberDesk['ask'] = (method, path, body, headers) =>
    town.ask(method, path, { token, body, headers });
  const someReader = async (): Promise<Reader> => {
    const { accessToken, user } = await joinAs(town);
    return { id: user.id, token: accessToken };
  };
  const buy = async ({ token: buyer }: Reader, plan: PlanOnSale): Promise<unknown> => {
    await pay(town, await openCheckout(town, buyer, plan.yearly), freshCard());
    await town.mailbox();
    return (await town.ask('GET', '/api/v1/me/membership', { token: buyer })).body;
  };
  return {
    town,
    token,
    pro,
    paper,
    ask,
    deed: ({ id }, what, body, headers) =>
      town.ask('POST', `/api/v1/admin/members/${id}/${what}`, { token, body, headers }),
    fileOf: async ({ id }) => (await ask('GET', `/api/v1/admin/members/${id}`)).body as MemberFile,
    deedsOn: async ({ id }) => {
      const path = `/api/v1/admin/audit?subject=member&subjectId=${id}&actorId=${adminId}`;
      const { items } = (await ask('GET', path)).body as { items: { action: string }[] };
      return items.map(({ action }) => action);
    },
    someReader,
    someMember: async (plan = paper) => {
      const reader = await someReader();
      await buy(reader, plan);
      return reader;
    },
    buy,
    inDays: (days) =>
      new Date(town.app.get(Clock).now().getTime() + days * day * 1000).toISOString(),
  };
}
