import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecoveryCode, recoveryCodeBytes, writeRecoveryCode } from './recovery-code.rules.js';

const someBytes = fc.uint8Array({ minLength: recoveryCodeBytes, maxLength: recoveryCodeBytes });

describe('a recovery code', () => {
  it('is six groups of four, another one for other bytes', () => {
    expect(writeRecoveryCode(new Uint8Array(15))).toBe('0000-0000-0000-0000-0000-0000');
    expect(writeRecoveryCode(new Uint8Array(15).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    fc.assert(
      fc.property(someBytes, someBytes, (some, others) => {
        const same = Buffer.from(some).equals(Buffer.from(others));
        expect(writeRecoveryCode(some) === writeRecoveryCode(others)).toBe(same);
      }),
    );
  });

  it('is understood however she types it', () => {
    fc.assert(
      fc.property(someBytes, (some) => {
        const code = writeRecoveryCode(some);
        const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
        expect(readRecoveryCode(typed)).toBe(code);
        expect(readRecoveryCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });

  it('is nothing shorter, longer, or with a letter that no code has', () => {
    for (const typed of ['', '123456', '0'.repeat(23), '0'.repeat(25)]) {
      expect(readRecoveryCode(typed)).toBeNull();
    }
    expect(readRecoveryCode(`${'0'.repeat(23)}U`)).toBeNull();
  });
});
