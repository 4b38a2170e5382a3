import { describe, expect, it } from 'vitest';
import { readerWithoutSession } from '../../users/reader.js';
import type { Role } from '../../users/reader.js';
import { ways } from '../decision/decide-access.rules.js';
import { countedAs } from './counted-reading.rules.js';
import { saysItIsAMachine } from './machine-words.rules.js';

const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const stranger = { reader: null, userAgent: browser, maySpend: true };

const somebody = (...roles: Role[]) =>
  readerWithoutSession({
    id: '01890000-0000-7000-8000-000000000000',
    email: 'mira@town.test',
    name: 'Mira',
    roles,
    bannedAt: null,
    banReason: null,
    createdAt: new Date('2026-01-01'),
    deletedAt: null,
    credentials: '',
  });

describe('an opening counts', () => {
  it.each(ways.filter((way) => way !== 'crawler'))('as read, by way of %s', (way) => {
    expect(countedAs(way, stranger)).toBe('fullReads');
  });

  it('as a teaser, before the wall', () => {
    expect(countedAs(null, stranger)).toBe('teasers');
    expect(countedAs(null, { ...stranger, reader: somebody() })).toBe('teasers');
  });
});

describe('nothing counts', () => {
  it('that only looks, or that a search engine is given', () => {
    expect(countedAs('public', { ...stranger, maySpend: false })).toBeNull();
    expect(countedAs('crawler', stranger)).toBeNull();
  });

  it.each(['author', 'editor', 'admin'] as const)('that an %s opens', (role) => {
    expect(countedAs('membership', { ...stranger, reader: somebody(role) })).toBeNull();
    expect(countedAs(null, { ...stranger, reader: somebody(role) })).toBeNull();
  });

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; AhrefsBot/7.0)',
    'facebookexternalhit/1.1',
    'GPTBot/1.2',
    'curl/8.10.1',
    'python-requests/2.32',
    'Mozilla/5.0 HeadlessChrome/141.0',
    'Pingdom.com_bot_version_1.4',
  ])('that says it is a machine: %s', (userAgent) => {
    expect(countedAs('public', { ...stranger, userAgent })).toBeNull();
  });
});

describe('people are not taken for machines', () => {
  it.each([
    browser,
    'Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG) AppleWebKit/537.36 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    '',
  ])('%s', (userAgent) => {
    expect(saysItIsAMachine(userAgent)).toBe(false);
  });
});
