import { describe, expect, it } from 'vitest';
import { isLastFactor, lacksSecondFactor, mayChangeFactors } from './second-factor.rules.js';

const shown = new Date(0);
const admin = { roles: ['admin' as const], secondFactorAt: null };
const editor = { roles: ['editor' as const], secondFactorAt: null };
const nothing = { hasAuthenticator: false, passkeys: 0 };
const app = { hasAuthenticator: true, passkeys: 0 };
const passkey = { hasAuthenticator: false, passkeys: 1 };

describe('a second factor, where it is demanded', () => {
  it('is missed in an admin who has not shown one, and in nobody else', () => {
    expect(lacksSecondFactor(admin, true)).toBe(true);
    expect(lacksSecondFactor({ ...admin, secondFactorAt: shown }, true)).toBe(false);
    expect(lacksSecondFactor(editor, true)).toBe(false);
    expect(lacksSecondFactor(admin, false)).toBe(false);
  });

  it('is added first with one factor, and later only by whoever shows one', () => {
    expect(mayChangeFactors(admin, nothing, true)).toBe(true);
    expect(mayChangeFactors(admin, app, true)).toBe(false);
    expect(mayChangeFactors(admin, passkey, true)).toBe(false);
    expect(mayChangeFactors({ ...admin, secondFactorAt: shown }, passkey, true)).toBe(true);
    expect(mayChangeFactors(editor, passkey, true)).toBe(true);
  });

  it('stays with an admin, who may take away the one before the last', () => {
    expect(isLastFactor(admin, nothing, true)).toBe(true);
    expect(isLastFactor(admin, app, true)).toBe(false);
    expect(isLastFactor(admin, passkey, true)).toBe(false);
    expect(isLastFactor(editor, nothing, true)).toBe(false);
    expect(isLastFactor(admin, nothing, false)).toBe(false);
  });
});
