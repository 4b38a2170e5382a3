import { describe, expect, it } from 'vitest';
import type { Role } from '../../users/reader.js';
import { opens } from './preview.rules.js';

const expiresAt = new Date('2026-06-04T12:00:00.500Z');
const at = (milliseconds: number) => new Date(expiresAt.getTime() + milliseconds);
const preview = { expiresAt, revokedAt: null };
const staff = (...roles: Role[]) => ({ id: 'una', roles, bannedAt: null, deletedAt: null });
const hers = { createdById: 'una' };
const anothers = { createdById: 'tomas' };

describe('a preview', () => {
  it('opens up to its last millisecond', () => {
    expect(opens(preview, hers, staff('editor'), at(-1))).toBe(true);
    expect(opens(preview, hers, staff('editor'), at(0))).toBe(false);
  });

  it('opens nothing once it is revoked, even by a clock that goes back', () => {
    expect(opens({ expiresAt, revokedAt: at(-5) }, hers, staff('admin'), at(-9))).toBe(false);
  });

  it.each([
    ['an author of her own article', staff('author'), hers, true],
    ['an author of another one’s', staff('author'), anothers, false],
    ['an author of an imported article', staff('author'), { createdById: null }, false],
    ['an editor of any', staff('editor'), anothers, true],
    ['an admin of any', staff('admin'), { createdById: null }, true],
    ['somebody who is staff no more', staff(), hers, false],
    ['an editor who was banned', { ...staff('editor'), bannedAt: at(-9) }, hers, false],
    ['an editor who has left', { ...staff('editor'), deletedAt: at(-9) }, hers, false],
    ['nobody who is known', null, hers, false],
  ])('made by %s', (_, maker, article, isOpen) => {
    expect(opens(preview, article, maker, at(-1))).toBe(isOpen);
  });
});
