import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Safe } from './safe.js';

const someKey = () => createSecretKey(randomBytes(32));
const someSafe = () => new Safe([someKey()]);
const secret = Buffer.from('twenty bytes of hers');

describe('a secret in the safe', () => {
  it('comes out as it went in, and looks different each time', () => {
    const safe = someSafe();
    const locked = safe.lock(secret, 'mira');
    expect(safe.open(locked, 'mira')?.equals(secret)).toBe(true);
    expect(locked.includes(secret)).toBe(false);
    expect(safe.lock(secret, 'mira').equals(locked)).toBe(false);
  });

  it('opens neither for another owner, nor with another key, nor once a bit of it was changed', () => {
    const safe = someSafe();
    const locked = safe.lock(secret, 'mira');
    expect(safe.open(locked, 'fritz')).toBeNull();
    expect(someSafe().open(locked, 'mira')).toBeNull();
    for (const at of [0, 12, 28, locked.length - 1]) {
      const changed = Buffer.from(locked);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(safe.open(changed, 'mira')).toBeNull();
    }
  });

  it('is locked anew where an older key locked it, and then opens without that', () => {
    const [older, current] = [someKey(), someKey()];
    const locked = new Safe([older]).lock(secret, 'mira');
    const both = new Safe([current, older]);
    const anew = both.lockAnew(locked, 'mira');
    expect(new Safe([current]).open(anew ?? locked, 'mira')?.equals(secret)).toBe(true);
    expect(both.lockAnew(anew ?? locked, 'mira')).toBeNull();
    expect(someSafe().lockAnew(locked, 'mira')).toBeNull();
  });
});
