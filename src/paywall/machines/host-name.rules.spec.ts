import { describe, expect, it } from 'vitest';
import { isWithin } from './host-name.rules.js';

const domains = ['googlebot.com', 'search.msn.com'];

describe('A host name belongs to an engine', () => {
  it.each([
    'crawl-66-249-66-1.googlebot.com',
    'CRAWL-1.GoogleBot.COM.',
    'geo-crawl-1.geo.googlebot.com',
    'msnbot-1.search.msn.com',
  ])('when it ends at its domain: %s', (name) => {
    expect(isWithin(name, domains)).toBe(true);
  });

  it.each([
    'evilgooglebot.com',
    'crawl.evilgooglebot.com',
    'googlebot.com.evil.test',
    'googlebot.com',
    'search-msn.com',
    'crawl-1.googlebot.com/evil.test',
    '',
    '.',
  ])('and not when it only looks like it: %j', (name) => {
    expect(isWithin(name, domains)).toBe(false);
  });
});
