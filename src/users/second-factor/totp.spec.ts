import { describe, expect, it } from 'vitest';
import { inBase32, stepOf, uriOf } from './totp.js';

/** The secret of RFC 6238's appendix B; its codes have eight digits, of which ours are the last six. */
const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is what the standard says it is at second %i', (seconds, code) => {
    expect(stepOf(code, secret, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('counts one step early and one step late, and names its own step', () => {
    expect(stepOf('287082', secret, at(29))).toBe(1);
    expect(stepOf('287082', secret, at(89))).toBe(1);
    expect(stepOf('287082', secret, at(90))).toBeNull();
    expect(stepOf('050471', secret, at(1_111_111_111 - 60))).toBeNull();
  });

  it('is nothing but six digits', () => {
    for (const code of ['', '28708', '2870820', '94287082', 'abcdef', '28 082']) {
      expect(stepOf(code, secret, at(59))).toBeNull();
    }
  });
});

describe('what an app is set up with', () => {
  it('is an address that names us, her and the secret', () => {
    const uri = new URL(uriOf(secret, 'mira+news@town.test', 'The Gull'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.host).toBe('totp');
    expect(decodeURIComponent(uri.pathname)).toBe('/The Gull:mira+news@town.test');
    expect(uri.searchParams.get('secret')).toBe(inBase32(secret));
    expect(uri.searchParams.get('issuer')).toBe('The Gull');
  });
});
