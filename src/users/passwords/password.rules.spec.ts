import { describe, expect, it } from 'vitest';
import { commonPasswords } from './common-passwords.js';
import { judgePassword } from './password.rules.js';

const mira = { email: 'mira.holm@town.test', name: 'Mira Holm' };
const judge = (password: string) => judgePassword(password, mira, commonPasswords);

describe('which passwords are good enough', () => {
  it.each([
    'correct-horse-battery-staple',
    'seven quiet herons at noon',
    'ðeir sváfu vært í nótt',
    '私は毎朝ゆっくりコーヒーを飲んでから出かける',
    'hJ4v9-Lq2xWz_8pT',
    'my holm oak is older than yours',
    'test-password-12345',
  ])('lets somebody keep "%s"', (password) => {
    expect(judge(password)).toBeNull();
  });

  it('counts characters as people do, not bytes or halves of an emoji', () => {
    expect(judge('héron quiet no')).toBe('too-short');
    expect(judge('🦆🦢🦉🦚🦜🐓🦃🕊🐧🐦🐤🦅🦇🐝')).toBe('too-short');
    expect(judge('🦆🦢🦉🦚🦜🐓🦃🕊🐧🐦🐤🦅🦇🐝🐞')).toBeNull();
  });

  it('takes 256 characters and not one more', () => {
    const long = Array.from({ length: 64 }, (_, at) => String.fromCodePoint(0x4e00 + at * at)).join(
      '',
    );
    expect(judge(long.repeat(4))).toBeNull();
    expect(judge(`${long.repeat(4)}x`)).toBe('too-long');
  });

  it.each([
    'passwordpassword',
    'Password12345678',
    'P@ssw0rdP@ssw0rd',
    'password-password-2026',
    'qwertyuiopasdfghjkl',
    '1q2w3e4r5t6y7u8i',
    'iloveyousomuch!!!',
    'TheQuickBrownFoxJumpsOverTheLazyDog',
    '123456789012345',
    '987654321098765',
    'abcdefghijklmnopq',
    'aaaaaaaaaaaaaaaaa',
    'ababababababababab',
    'trudge7trudge7tru',
  ])('refuses "%s", which is tried first', (password) => {
    expect(judge(password)).toBe('common');
  });

  it.each([
    'mira.holm@town.test',
    'mira.holm-town.test-1',
    'Broadsheet-2026-!!',
    'MiraHolmMiraHolm99',
  ])('refuses "%s", which is hardly more than her own data', (password) => {
    expect(judge(password)).not.toBeNull();
  });

  it('answers in no time for the longest passwords', () => {
    const started = performance.now();
    judge('passwordqwertydragon'.repeat(12));
    judge(`${'ab'.repeat(127)}c`);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
