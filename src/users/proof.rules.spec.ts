import { describe, expect, it } from 'vitest';
import { settleRegistrations } from './proof.rules.js';

const miras = { name: 'Mira', passwordHash: 'hash of hers' };
const planted = { name: 'Not Mira', passwordHash: 'hash of another' };

describe('which name and password a new account begins with', () => {
  it('hers, when nobody else asked for the address', () => {
    expect(settleRegistrations(miras, [])).toEqual(miras);
  });

  it('hers, when she only pressed the button twice', () => {
    expect(settleRegistrations(miras, [{ ...miras, name: 'Mira Holm' }])).toEqual(miras);
  });

  it('none, when two people chose different passwords: nobody can plant one', () => {
    const nothing = { name: null, passwordHash: null };
    expect(settleRegistrations(miras, [planted])).toEqual(nothing);
    expect(settleRegistrations(planted, [miras])).toEqual(nothing);
  });
});
