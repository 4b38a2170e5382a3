import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Config } from '../../platform/config/config.js';
import { ConfigError } from '../../platform/config/load-config.js';
import { PublishedAddresses } from './published-addresses.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crawler-lists-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keep = (file: string, content: string): void => writeFileSync(join(folder, file), content);

function atStart(crawlerLists: string | undefined): PublishedAddresses {
  const addresses = new PublishedAddresses(
    Object.assign(new Config(), crawlerLists === undefined ? {} : { crawlerLists }),
  );
  addresses.onModuleInit();
  return addresses;
}

describe('Somebody keeps the lists that engines publish', () => {
  it('and an address on one is that engine’s, and no other’s', () => {
    keep(
      'bingbot.json',
      '{"prefixes":[{"ipv4Prefix":"192.0.2.0/25"},{"ipv6Prefix":"2001:db8::/64"}]}',
    );
    keep('README.md', 'Where they come from.');
    const addresses = atStart(folder);
    expect(addresses.has('bingbot', '192.0.2.127')).toBe(true);
    expect(addresses.has('bingbot', '::ffff:192.0.2.127')).toBe(true);
    expect(addresses.has('bingbot', '2001:db8::ffff')).toBe(true);
    expect(addresses.has('bingbot', '192.0.2.128')).toBe(false);
    expect(addresses.has('googlebot', '192.0.2.127')).toBe(false);
    expect(addresses.has('bingbot', 'no address')).toBe(false);
  });

  it('and without any, no address is an engine’s', () => {
    expect(atStart(undefined).has('googlebot', '66.249.66.1')).toBe(false);
    expect(atStart(folder).has('googlebot', '66.249.66.1')).toBe(false);
  });

  it.each([
    ['googlebot.json', '{"prefixes":[{"ipv4Prefix":"66.249.64.0/99"}]}', '66.249.64.0/99'],
    ['bingbot.json', 'not JSON', 'no JSON'],
    ['special-crawlers.json', '{"prefixes":[{"ipv4Prefix":"66.249.64.0/27"}]}', 'googlebot.json'],
  ])('and is told at the start what is wrong with %s', (file, content, says) => {
    keep(file, content);
    expect(() => atStart(folder)).toThrow(ConfigError);
    expect(() => atStart(folder)).toThrow(`CRAWLER_LISTS holds ${file}, but`);
    expect(() => atStart(folder)).toThrow(says);
  });

  it('and is told where there is no such folder', () => {
    expect(() => atStart(join(folder, 'nowhere'))).toThrow('nowhere');
  });
});
