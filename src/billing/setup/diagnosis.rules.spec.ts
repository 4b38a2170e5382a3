import { describe, expect, it } from 'vitest';
import {
  type Diagnosis,
  judgeAccount,
  judgeClock,
  judgeEndpoint,
  judgeLatency,
  judgeMode,
  judgeSecrets,
} from './diagnosis.rules.js';

const wanted = {
  url: 'https://town.test/webhooks/stripe',
  apiVersion: '2026-10-28.endive',
  events: ['customer.updated', 'invoice.paid'],
};
const endpoint = { ...wanted, isEnabled: true, events: wanted.events.toReversed() };

const problems = (diagnoses: Diagnosis[]): string[] =>
  diagnoses.filter(({ isGood }) => !isGood).map(({ subject }) => subject);

describe('the mode of a key', () => {
  it.each([
    ['live', true, true],
    ['test', false, true],
    ['test', true, false],
    ['live', false, false],
    [null, false, false],
  ] as const)('%s, in production %s: good %s', (mode, isProduction, isGood) => {
    expect(judgeMode(mode, isProduction).isGood).toBe(isGood);
  });
});

describe('an account', () => {
  it('that may not charge yet is a problem for real money only', () => {
    expect(judgeAccount({ id: 'acct_1', canCharge: false }, 'live').isGood).toBe(false);
    expect(judgeAccount({ id: 'acct_1', canCharge: false }, 'test').isGood).toBe(true);
    expect(judgeAccount({ id: 'acct_1', canCharge: true }, 'live').isGood).toBe(true);
  });
});

describe('the way to Stripe', () => {
  it('is good in a moment, and not in an age', () => {
    expect(judgeLatency(300).isGood).toBe(true);
    expect(judgeLatency(2_001).isGood).toBe(false);
  });

  it('wants a secret for what comes back', () => {
    expect(judgeSecrets(2)).toMatchObject({ isGood: true, says: '2 configured' });
    expect(judgeSecrets(0).isGood).toBe(false);
  });
});

describe("the machine's clock", () => {
  it('may be a little off, either way', () => {
    expect(judgeClock(30_000).isGood).toBe(true);
    expect(judgeClock(-30_000).isGood).toBe(true);
  });

  it('is told in which direction it is wrong', () => {
    expect(judgeClock(90_000)).toMatchObject({
      isGood: false,
      says: expect.stringMatching(/^90 s ahead/) as unknown,
    });
    expect(judgeClock(-31_000)).toMatchObject({
      isGood: false,
      says: expect.stringMatching(/^31 s behind/) as unknown,
    });
    expect(judgeClock(null).isGood).toBe(false);
  });
});

describe('the webhook endpoint', () => {
  it('is well when it is as we want it, its events in any order', () => {
    expect(problems(judgeEndpoint([endpoint], wanted))).toEqual([]);
  });

  it.each([
    ['webhook endpoint', { isEnabled: false }],
    ['webhook address', { url: 'https://former.test/webhooks/stripe' }],
    ['webhook events', { events: ['invoice.paid'] }],
    ['webhook events', { events: [...wanted.events, '*'] }],
    ['API version', { apiVersion: '2025-03-31.basil' }],
    ['API version', { apiVersion: null }],
  ])('has one problem, with its %s: %j', (subject, fault) => {
    expect(problems(judgeEndpoint([{ ...endpoint, ...fault }], wanted))).toEqual([subject]);
  });

  it('must be there, and be the only one', () => {
    expect(problems(judgeEndpoint([], wanted))).toEqual(['webhook endpoint']);
    expect(problems(judgeEndpoint([endpoint, endpoint], wanted))).toEqual(['webhook endpoint']);
  });
});
