import { describe, expect, it } from 'vitest';
import { isOpenTo, mayImpersonate } from './impersonation.rules.js';

const reader = { roles: [], bannedAt: null, deletedAt: null };
const then = new Date('2027-01-01T00:00:00Z');

describe('staff read', () => {
  it('as a reader who stands', () => {
    expect(mayImpersonate(reader)).toEqual({ granted: true });
  });

  it.each([
    ['deleted', { ...reader, deletedAt: then, bannedAt: then }],
    ['banned', { ...reader, bannedAt: then }],
    ['staff', { ...reader, roles: ['author' as const] }],
    ['staff', { ...reader, roles: ['admin' as const] }],
  ])('as nobody who is %s', (denial, account) => {
    expect(mayImpersonate(account)).toEqual({ granted: false, denial });
  });
});

describe('whoever reads as another', () => {
  const asHer = { impersonatedById: '0189a000-0000-7000-8000-000000000001' };
  const may = (method: string, route: string) => isOpenTo(asHer, { method, route });

  it.each(['/api/v1/me', '/api/v1/me/membership', '/api/v1/articles/:slug'])('sees %s', (route) => {
    expect([may('GET', route), may('HEAD', route)]).toEqual([true, true]);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'get'])('changes nothing by %s', (method) => {
    expect(may(method, '/api/v1/me')).toBe(false);
  });

  it.each([
    '/api/v1/me/sessions',
    '/api/v1/me/export',
    '/api/v1/me/gifts',
    '/api/v1/billing/checkout-sessions/:id',
    '/api/v1/admin/members',
    '/api/v1/access/check',
    '/api/v1/me/',
    '',
  ])('does not see %j', (route) => {
    expect(may('GET', route)).toBe(false);
  });
});

describe('a reader herself', () => {
  it('does what she may', () => {
    expect(isOpenTo({ impersonatedById: null }, { method: 'POST', route: '/any' })).toBe(true);
  });
});
