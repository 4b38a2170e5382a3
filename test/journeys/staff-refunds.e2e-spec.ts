/** What staff pay back: in full or in part, once however often it is asked for, and as the books say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards } from '../support/cards.js';
import { type MemberDesk, openMemberDesk } from '../support/member-desk.js';
import { type TestTown, openCheckout, pay } from '../support/town.js';

let desk: MemberDesk;
let town: TestTown;

beforeAll(async () => {
  desk = await openMemberDesk();
  ({ town } = desk);
});

afterAll(() => town.close());

describe('A member who is paid back', () => {
  it('in full is a member no more, and her books say so', async () => {
    const member = await desk.someMember();
    const { status, body } = await desk.deed(member, 'refund', {});
    expect([status, body]).toMatchObject([
      200,
      { refund: { amount: 30_000, currency: 'usd' }, membership: { state: 'ended' } },
    ]);
    await town.mailbox();
    const file = await desk.fileOf(member);
    expect(file.ledger.map(({ kind, money }) => [kind, money.amount])).toEqual([
      ['refund', -30_000],
      ['payment', 30_000],
    ]);
    const { refund } = body as { refund: { invoiceId: string } };
    expect(file.invoices.map(({ id }) => id)).toEqual([refund.invoiceId]);
    expect(await desk.deedsOn(member)).toEqual(['member.refunded']);
  });

  it('in full is paid back once, however often it is clicked at once', async () => {
    const member = await desk.someMember();
    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.deed(member, 'refund', {})));
    const good = answers.filter(({ status }) => status === 200);
    expect(good.length).toBeGreaterThan(0);
    expect(
      new Set(good.map(({ body }) => (body as { refund: { id: string } }).refund.id)).size,
    ).toBe(1);
    await town.mailbox();
    const refunds = (await desk.fileOf(member)).ledger.filter(({ kind }) => kind === 'refund');
    expect(refunds).toMatchObject([{ money: { amount: -30_000 } }]);
    expect(await desk.deedsOn(member)).toEqual(['member.refunded']);
    expect((await desk.deed(member, 'refund', {})).body).toMatchObject({
      code: 'billing/already-refunded',
    });
  });

  it('in part stays a member, and the parts add up', async () => {
    const member = await desk.someMember();
    const first = await desk.deed(member, 'refund', { amount: 10_000 });
    expect(first.body).toMatchObject({
      refund: { amount: 10_000 },
      membership: { state: 'active' },
    });
    const second = await desk.deed(member, 'refund', { amount: 10_000 });
    expect(second.body).toMatchObject({ refund: { amount: 10_000 } });
    const tooMuch = await desk.deed(member, 'refund', { amount: 10_001 });
    expect(tooMuch.status).toBe(422);
    expect(tooMuch.text).toContain('10000');
    const rest = await desk.deed(member, 'refund', {});
    expect(rest.body).toMatchObject({ refund: { amount: 10_000 }, membership: { state: 'ended' } });
  });

  it('in part is paid back once for one key, whenever it is sent again', async () => {
    const member = await desk.someMember();
    const key = { 'idempotency-key': 'the letter of Monday' };
    const order = () => desk.deed(member, 'refund', { amount: 5_000 }, key);
    const answers = [...(await Promise.all([order(), order()])), await order()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const refundsMade = answers.map(({ body }) => (body as { refund: { id: string } }).refund.id);
    expect(new Set(refundsMade).size).toBe(1);
    const other = await desk.deed(member, 'refund', { amount: 6_000 }, key);
    expect([other.status, other.body]).toMatchObject([
      422,
      { code: 'billing/idempotency-key-reused' },
    ]);
    await town.mailbox();
    const refunds = (await desk.fileOf(member)).ledger.filter(({ kind }) => kind === 'refund');
    expect(refunds).toHaveLength(1);
    expect(await desk.deedsOn(member)).toEqual(['member.refunded']);
  });

  it('for an invoice that is named, and never for that of somebody else', async () => {
    const [member, other] = [await desk.someMember(), await desk.someMember()];
    const invoiceId = (await desk.fileOf(other)).invoices[0]?.id ?? '';
    const foreign = await desk.deed(member, 'refund', { invoiceId });
    expect([foreign.status, foreign.body]).toMatchObject([
      404,
      { code: 'billing/invoice-not-found' },
    ]);
    const own = await desk.deed(other, 'refund', { invoiceId });
    expect(own.body).toMatchObject({ refund: { invoiceId } });
  });

  it.each([
    ['has bought nothing', () => desk.someReader()],
    ['is in her trial', () => desk.someMember(desk.pro)],
  ])('has paid: whoever %s is not', async (_, somebody) => {
    const { status, body } = await desk.deed(await somebody(), 'refund', {});
    expect([status, body]).toMatchObject([409, { code: 'billing/nothing-paid' }]);
  });

  it('is not while the bank has the money', async () => {
    const reader = await desk.someReader();
    const session = await openCheckout(town, reader.token, desk.paper.yearly);
    await pay(town, session, cards.disputing);
    await town.mailbox();
    const { status, body } = await desk.deed(reader, 'refund', {});
    expect([status, body]).toMatchObject([409, { code: 'billing/refund-refused' }]);
  });
});
