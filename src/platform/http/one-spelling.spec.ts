/** Which spelling of an address is the one. */
import { describe, expect, it } from 'vitest';
import { isSpeltPlainly } from './one-spelling.js';

describe('An address', () => {
  it.each(['/', '/api/v1/plans', '/articles/caf%C3%A9', '/a%2Fb', '/a%20b', '/search?q=%61%c3%a9'])(
    'is well spelt: %s',
    (url) => expect(isSpeltPlainly(url)).toBe(true),
  );

  it.each(['/%61pi/v1/plans', '/api/v1/plan%73', '/a%2eb', '/a%2E%2E/b', '/%7Ea', '/caf%c3%a9'])(
    'is not: %s',
    (url) => expect(isSpeltPlainly(url)).toBe(false),
  );
});
