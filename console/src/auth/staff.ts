/** Who has come in: asked once, when the console opens. */
import { createContext, use } from 'react';
import { api } from '../api/client.js';
import { may, type Permission, type Role } from './permissions.js';

export interface Staff {
  id: string;
  email: string;
  name: string | null;
  roles: Role[];
  /** Whether this publication wants a second factor of her that she has not shown. */
  lacksSecondFactor: boolean;
  /** Whether a proof takes a code of her authenticator. */
  hasAuthenticator: boolean;
}

export async function whoComesIn(): Promise<Staff> {
  const [me, factor] = await Promise.all([
    api.get<Pick<Staff, 'id' | 'email' | 'name' | 'roles'>>('/me'),
    api.get<{ authenticator: boolean; required: boolean; shownAt: string | null }>(
      '/me/second-factor',
    ),
  ]);
  const { id, email, name, roles } = me;
  const lacksSecondFactor = factor.required && factor.shownAt === null;
  return { id, email, name, roles, lacksSecondFactor, hasAuthenticator: factor.authenticator };
}

const StaffContext = createContext<Staff | null>(null);

export const StaffProvider = StaffContext.Provider;

export function useStaff(): Staff {
  const staff = use(StaffContext);
  if (staff === null) throw new Error('Nobody has come in.');
  return staff;
}

/** Whether she may: for what is shown beside other things. */
export function useMay(permission: Permission): boolean {
  return may(useStaff().roles, permission);
}
