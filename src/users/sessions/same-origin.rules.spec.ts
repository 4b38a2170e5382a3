import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.rules.js';

const own = ['https://paper.example'];

describe('whether a form came from our own pages', () => {
  it('a browser says so', () => {
    expect(isSameOrigin({ fetchSite: 'same-origin', origin: undefined }, own)).toBe(true);
    expect(isSameOrigin({ fetchSite: 'none', origin: undefined }, own)).toBe(true);
  });

  it('a browser that says otherwise is believed, whatever the origin claims', () => {
    expect(isSameOrigin({ fetchSite: 'cross-site', origin: own[0] }, own)).toBe(false);
    expect(isSameOrigin({ fetchSite: 'same-site', origin: own[0] }, own)).toBe(false);
  });

  it('an older browser names the page’s origin', () => {
    expect(isSameOrigin({ fetchSite: undefined, origin: 'https://paper.example' }, own)).toBe(true);
    expect(isSameOrigin({ fetchSite: undefined, origin: 'https://paper.example.evil' }, own)).toBe(
      false,
    );
    expect(isSameOrigin({ fetchSite: undefined, origin: 'http://paper.example' }, own)).toBe(false);
    expect(isSameOrigin({ fetchSite: undefined, origin: 'null' }, own)).toBe(false);
  });

  it('a form that says nothing is refused', () => {
    expect(isSameOrigin({ fetchSite: undefined, origin: undefined }, own)).toBe(false);
  });
});
