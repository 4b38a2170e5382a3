import { describe, expect, it } from 'vitest';
import { isAnswerTo, kindAskedFor } from './answer-kind.rules.js';

describe('what Stripe answers', () => {
  it.each([
    ['GET', '/v1/customers/cus_1', 'customer', false],
    ['POST', '/v1/customers', 'customer', false],
    ['DELETE', '/v1/subscriptions/sub_1', 'subscription', false],
    ['GET', '/v1/subscriptions?customer=cus_1&status=all', 'subscription', true],
    ['POST', '/v1/checkout/sessions/cs_1/expire', 'checkout.session', false],
    ['GET', '/v1/billing_portal/configurations?limit=100', 'billing_portal.configuration', true],
    ['POST', '/v1/invoices/create_preview', 'invoice', false],
    ['POST', '/v1/subscription_schedules/sub_sched_1/release', 'subscription_schedule', false],
    ['GET', '/v1/account', 'account', false],
  ])('to %s %s is a %s (a list: %s)', (method, path, kind, isList) => {
    expect(kindAskedFor(method, path)).toEqual({ kind, isList });
  });
});

describe('an answer', () => {
  const toOne = (answer: unknown) => isAnswerTo(answer, 'GET', '/v1/customers/cus_1');
  const toList = (answer: unknown) => isAnswerTo(answer, 'GET', '/v1/customers');
  const customer = { id: 'cus_1', object: 'customer' };

  it('of the kind that was asked for is one', () => {
    expect(toOne(customer)).toBe(true);
    expect(toList({ object: 'list', data: [customer], has_more: false })).toBe(true);
    expect(toList({ object: 'list', data: [], has_more: false })).toBe(true);
  });

  it('that says no is one, whatever was asked for', () => {
    expect(toOne({ error: { type: 'api_error' } })).toBe(true);
  });

  it.each([null, 7, 'ok', [], {}, { object: 'charge', id: 'ch_1' }, { error: 'no' }])(
    '%j is none',
    (answer) => {
      expect(toOne(answer)).toBe(false);
      expect(toList(answer)).toBe(false);
    },
  );

  it.each([
    customer,
    { object: 'list', has_more: false },
    { object: 'list', data: 'x', has_more: false },
    { object: 'list', data: [customer] },
    { object: 'list', data: [null], has_more: false },
    { object: 'list', data: [{ object: 'customer' }], has_more: false },
    { object: 'list', data: [{ id: 'ch_1', object: 'charge' }], has_more: false },
  ])('%j is no list of customers', (answer) => {
    expect(toList(answer)).toBe(false);
  });
});
