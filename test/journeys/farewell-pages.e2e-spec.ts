/** Leaving for good on the pages: she is told what ends, and has to mean it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptAtStripe, payingMember } from '../support/leaving.js';
import { customerOf } from '../support/member.js';
import { type Tokens, joinAs } from '../support/readers.js';
import { type PlanOnSale, type TestTown, sellPro, startTestTown } from '../support/town.js';
import { Visitor, wordsOf } from '../support/visitor.js';

let town: TestTown;
let plan: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  const admin = await town.staff('admin');
  plan = await sellPro(town, admin);
});

afterAll(() => town.close());

describe('On the pages', () => {
  const arrive = async ({ user }: Tokens): Promise<Visitor> => {
    const visitor = new Visitor(town.url);
    await visitor.signIn(user.email);
    return visitor;
  };

  it('a member is told what happens, types her address, and is gone', async () => {
    const reader = await payingMember(town, plan.yearly);
    const customer = customerOf(town, reader.user.id);
    const visitor = await arrive(reader);
    expect((await visitor.open('/account')).html).toContain('href="/account/delete"');
    const page = await visitor.open('/account/delete');
    expect(wordsOf(page.html)).toContain('Your membership ends at once');

    const mistaken = await visitor.fillIn('/account/delete', { confirm: 'me@elsewhere.test' });
    expect(mistaken.status).toBe(422);
    expect(wordsOf(mistaken.html)).toContain('This is not the address of your account.');
    expect((await visitor.open('/account')).status).toBe(200);

    const gone = await visitor.fillIn('/account/delete', { confirm: reader.user.email });
    expect([gone.status, gone.location]).toEqual([303, '/account/deleted']);
    expect(wordsOf((await visitor.open('/account/deleted')).html)).toContain('is deleted');
    expect((await visitor.open('/account')).location).toMatch(/^\/sign-in/);
    await town.mailbox();
    expect(await keptAtStripe(town, customer)).toEqual({ isDeleted: true, statuses: ['canceled'] });
  });

  it('a reader without a membership is not told of one that ends', async () => {
    const visitor = await arrive(await joinAs(town));
    const { html } = await visitor.open('/account/delete');
    expect(wordsOf(html)).toContain('You have no running membership');
  });

  it('a stranger is asked to sign in, and another site deletes nobody', async () => {
    const stranger = new Visitor(town.url);
    expect((await stranger.open('/account/delete')).location).toMatch(/^\/sign-in/);
    const reader = await joinAs(town);
    const visitor = await arrive(reader);
    const form = { confirm: reader.user.email };
    const foreign = await visitor.fillIn('/account/delete', form, {
      'sec-fetch-site': 'cross-site',
    });
    expect(foreign.status).toBe(403);
    expect((await visitor.open('/account')).status).toBe(200);
  });
});
