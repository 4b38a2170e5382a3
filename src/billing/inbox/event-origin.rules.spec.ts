/** Events from the other of Stripe's two worlds, or from another account's, are told from our own. */
import { describe, expect, it } from 'vitest';
import { misdirectionOf } from './event-origin.rules.js';

const own = { isLive: true, account: null };

describe('an event', () => {
  it('of our own world is taken', () => {
    expect(misdirectionOf(own, 'live')).toBeNull();
    expect(misdirectionOf({ ...own, isLive: false }, 'test')).toBeNull();
  });

  it('of the other world is not', () => {
    expect(misdirectionOf(own, 'test')).toBe('other-mode');
    expect(misdirectionOf({ ...own, isLive: false }, 'live')).toBe('other-mode');
  });

  it('is taken where it or the key does not say which world', () => {
    expect(misdirectionOf({ ...own, isLive: null }, 'live')).toBeNull();
    expect(misdirectionOf(own, null)).toBeNull();
  });

  it('of a connected account is not', () => {
    expect(misdirectionOf({ ...own, account: 'acct_other' }, 'live')).toBe('other-account');
  });
});
