/** Members who give articles, and strangers who open them. */
import { Clock } from '../../src/platform/clock/clock.js';
import type { Answer, Ask } from './api.js';
import { joinAs, someAddress } from './readers.js';
import { type PlanOnSale, type TestTown, publish, sell, startTestTown } from './town.js';

const day = 24 * 60 * 60 * 1000;

export interface GiftAnswer {
  id: string;
  slug: string;
  title: string;
  url: string;
  createdAt: string;
  expiresAt: string;
  openings: number;
  opened: number;
  revokedAt: string | null;
}

export interface Somebody {
  id: string;
  email: string;
  token: string;
}

/** What an article says of how it is read. */
export interface ReadingAnswer {
  bodyHtml: string | null;
  access: {
    granted: boolean;
    via: string | null;
    denial: string | null;
    meter: object | null;
    institution: string | null;
    giftRefusal: string | null;
    offers: object[];
  };
}

export async function someReader(town: TestTown, email = someAddress()): Promise<Somebody> {
  const { accessToken: token, user } = await joinAs(town, email, undefined, 'Gwendolyn Giver');
  return { id: user.id, email, token };
}

/** Somebody whom the house has given a membership of a plan. */
export async function compedMember(
  town: TestTown,
  admin: string,
  planId: string,
  days = 365,
): Promise<Somebody> {
  const reader = await someReader(town);
  const until = new Date(town.app.get(Clock).now().getTime() + days * day).toISOString();
  const { status, text } = await town.ask('POST', `/api/v1/admin/members/${reader.id}/comp`, {
    token: admin,
    body: { planId, until },
  });
  if (status !== 200) throw new Error(`She was given no membership: ${text}`);
  return reader;
}

export const askToGive = (town: TestTown, token: string, slug: string): Promise<Answer> =>
  town.ask('POST', `/api/v1/articles/${slug}/gifts`, { token });

export async function give(town: TestTown, token: string, slug: string): Promise<GiftAnswer> {
  const { status, body, text } = await askToGive(town, token, slug);
  if (status !== 201) throw new Error(`Nothing was given: ${text}`);
  return body as GiftAnswer;
}

export const tokenOf = ({ url }: Pick<GiftAnswer, 'url'>): string =>
  new URL(url).searchParams.get('gift') ?? '';

/** The API's address of the article with the gift in it. */
export const giftPath = (gift: GiftAnswer, slug = gift.slug): string =>
  `/api/v1/articles/${slug}?gift=${encodeURIComponent(tokenOf(gift))}`;

/** A town with articles to give, and somebody who gives. */
export interface GiftTown {
  town: TestTown;
  admin: string;
  pro: PlanOnSale;
  /** Opens what is narrowed to it: the article `golden`. */
  gold: PlanOnSale;
  giver: Somebody;
  someGiver(planId?: string, days?: number): Promise<Somebody>;
  open(path: string, options?: Ask): Promise<ReadingAnswer>;
  /** Why a gift opens nothing to somebody whom nobody knows; null where it opens. */
  refusalOf(gift: GiftAnswer, slug?: string): Promise<string | null>;
  /** What its giver sees of it. */
  seenBy(giver: Somebody, gift: GiftAnswer): Promise<GiftAnswer>;
  /** What is left out is as it is until somebody sets it. */
  setGifts(change: object): Promise<Answer>;
}

/** `one` to `five` are for members; the other articles are called by their gates. */
export async function openGiftTown(environment: Record<string, string> = {}): Promise<GiftTown> {
  const town = await startTestTown(environment);
  const admin = await town.staff('admin');
  const pro = await sell(town, admin, 'pro', []);
  const gold = await sell(town, admin, 'gold', []);
  for (const slug of ['one', 'two', 'three', 'four', 'five']) {
    await publish(town, admin, { slug, gate: 'members' });
  }
  for (const gate of ['metered', 'registered', 'public']) {
    await publish(town, admin, { slug: gate, gate });
  }
  await publish(town, admin, { slug: 'golden', gate: 'members', planIds: [gold.id] });
  const open = async (path: string, options: Ask = {}): Promise<ReadingAnswer> => {
    const { status, body, text } = await town.ask('GET', path, options);
    if (status !== 200) throw new Error(`${path}: ${text}`);
    const reading = body as ReadingAnswer;
    const isWhole = reading.bodyHtml?.includes('behind the wall') ?? false;
    if (isWhole !== reading.access.granted) throw new Error(`${path} is not what it says: ${text}`);
    return reading;
  };
  return {
    town,
    admin,
    pro,
    gold,
    giver: await compedMember(town, admin, pro.id),
    someGiver: (planId = pro.id, days) => compedMember(town, admin, planId, days),
    open,
    refusalOf: async (gift, slug) => (await open(giftPath(gift, slug))).access.giftRefusal,
    seenBy: async ({ token }, { id }) => {
      const { body } = await town.ask('GET', '/api/v1/me/gifts?limit=100', { token });
      const found = (body as { items: GiftAnswer[] }).items.find((gift) => gift.id === id);
      if (found === undefined) throw new Error('She does not see it.');
      return found;
    },
    setGifts: (change) =>
      town.ask('PUT', '/api/v1/admin/settings/gifts', {
        token: admin,
        body: { perMonth: 10, days: 14, openings: 5, ...change },
      }),
  };
}

/** What a browser is known by from now on. */
export const cookieOf = (headers: Headers): string =>
  headers.get('set-cookie')?.split(';')[0] ?? '';
