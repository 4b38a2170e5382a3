/** Tells react-admin who is here and what she may: signing in itself is the site's. */
import type { AuthProvider } from 'react-admin';
import { isRefusal } from '../api/refusal.js';
import { may, type Permission } from './permissions.js';
import type { Staff } from './staff.js';
import { goToSignIn, signOut } from './ways-out.js';

/** What is left to do once the browser is on its way elsewhere. */
const never = new Promise<never>(() => undefined);

/** @param permissionFor what a resource demands; undefined for one that is not known here */
export function authProviderFor(
  staff: Staff,
  permissionFor: (resource: string) => Permission | undefined,
): AuthProvider {
  return {
    login: () => Promise.resolve(),
    checkAuth: () => Promise.resolve(),
    getPermissions: () => Promise.resolve(staff.roles),
    getIdentity: () => Promise.resolve({ id: staff.id, fullName: staff.name ?? staff.email }),
    canAccess: ({ resource }) => {
      const permission = permissionFor(resource);
      return Promise.resolve(permission === undefined || may(staff.roles, permission));
    },
    checkError: (error: unknown) => {
      if (!isRefusal(error) || error.status !== 401) return Promise.resolve();
      goToSignIn();
      return never;
    },
    logout: async () => {
      await signOut();
      return never;
    },
  };
}
