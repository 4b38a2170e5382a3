/** What the console shows to whom follows the application's own table of permissions. */
import { describe, expect, it } from 'vitest';
import * as shown from '../../console/src/auth/permissions.js';
import { can, lowestRole, type Permission } from '../../src/users/staff/permissions.rules.js';

const roles = [[], ['author'], ['editor'], ['admin']] as const;

describe('The console', () => {
  it('knows every permission, and no other', () => {
    expect(shown.lowestRole).toEqual(lowestRole);
  });

  it.each(Object.keys(lowestRole) as Permission[])('says who has %s as the API says it', (name) => {
    expect(roles.map((each) => shown.may(each, name))).toEqual(
      roles.map((each) => can(each, name)),
    );
  });
});
