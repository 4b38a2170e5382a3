import { describe, expect, it } from 'vitest';
import { callName } from './call-name.rules.js';

describe('a call to Stripe', () => {
  it.each([
    ['GET', '/v1/customers/cus_QWe12?expand[0]=subscriptions', 'stripe GET /v1/customers/:id'],
    ['post', '/v1/checkout/sessions', 'stripe POST /v1/checkout/sessions'],
    ['POST', '/v1/invoices/in_1Abc/void', 'stripe POST /v1/invoices/:id/void'],
    ['GET', '/v1/customers?email=ada@x.test', 'stripe GET /v1/customers'],
  ])('%s %s names nobody', (method, path, told) => {
    expect(callName(method, path)).toBe(told);
  });
});
