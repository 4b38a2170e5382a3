/** How news arrives: several times at once, signed with an older secret, or not at all after the deed was done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshCard } from '../support/cards.js';
import { hearNothing, stripeFails } from '../support/faults.js';
import { askAs, membershipOf, openPage, payPage } from '../support/person.js';
import { type Person, settle } from '../support/place.js';
import { webhookSecret } from '../support/town.js';
import {
  type ScenarioTown,
  type StripeEvent,
  eventsOf,
  newcomer,
  say,
  sayText,
  signed,
  startScenarioTown,
  twice,
} from './scenario-town.js';

let place: ScenarioTown;

beforeAll(async () => {
  place = await startScenarioTown();
});

afterAll(() => place.town.close());

/** Somebody whose purchase nobody has told us of yet, and the news of it. */
async function unheardBuyer(): Promise<{ mira: Person; news: StripeEvent }> {
  const mira = await newcomer(place);
  const page = await openPage(place, mira, 'untried');
  await settle(place);
  await hearNothing(place);
  await payPage(place, page, freshCard());
  const news = (await eventsOf(place, mira)).find(
    ({ type }) => type === 'customer.subscription.created',
  );
  if (news === undefined) throw new Error('Nothing was bought.');
  return { mira, news };
}

async function kept(id: string): Promise<number> {
  const { rows } = await place.books.query(
    'select 1 from webhook_events where "stripeEventId" = $1',
    [id],
  );
  return rows.length;
}

describe('one piece of news', () => {
  it('that comes three times at once is heard once', async () => {
    const { mira, news } = await unheardBuyer();
    const answers = await Promise.all([say(place, news), say(place, news), say(place, news)]);
    expect(answers).toEqual([200, 200, 200]);
    await settle(place);
    expect(await kept(news.id)).toBe(1);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
    await twice(place, mira);
  });

  it('signed with the secret of before and the one of now is heard, with the old one alone not', async () => {
    const { mira, news } = await unheardBuyer();
    const payload = JSON.stringify(news);
    const rolled = signed(payload, 'whsec_before');
    expect(await sayText(place, payload, rolled)).toBe(400);
    expect(await kept(news.id)).toBe(0);
    const both = `${rolled},${signed(payload, webhookSecret).split(',')[1] ?? ''}`;
    expect(await sayText(place, payload, both)).toBe(200);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active' });
    await twice(place, mira);
  });
});

describe('a cancellation whose answer is lost after Stripe has carried it out', () => {
  it('is one cancellation', async () => {
    const { mira, news } = await unheardBuyer();
    await say(place, news);
    await settle(place);
    await stripeFails(place, {
      method: 'POST',
      path: '/v1/subscriptions/*',
      action: 'timeout-after-commit',
      times: 1,
    });
    const left = await askAs(place, mira, 'POST', '/api/v1/me/membership/cancel');
    expect(left.status).toBe(200);
    await settle(place);
    const changes = (await eventsOf(place, mira)).filter(
      ({ type }) => type === 'customer.subscription.updated',
    );
    expect(changes).toHaveLength(1);
    expect((await membershipOf(place, mira)).cancelsAt).not.toBeNull();
    await twice(place, mira);
  });
});
