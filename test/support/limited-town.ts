/** A town where limits are as tight as in life, and people who come from addresses of their own. */
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { type Answer, ask } from './api.js';
import type { TestApp } from './app.js';
import { goodPassword, someAddress } from './readers.js';

/** @param factor of what the rules say; 0.1 makes a tenth of it, where the numbers do not matter */
export const tight = (factor = 1): Record<string, string> => ({
  LIMITS_FACTOR: String(factor),
  TRUST_PROXY: 'loopback',
});

type Town = Pick<TestApp, 'url'>;

export const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

let networks = 0;

/** An address in a network where nobody has been before. */
export function someAddressOnTheNet(): string {
  networks += 1;
  return `10.${networks >> 8}.${networks & 255}.7`;
}

export function logIn(
  { url }: Town,
  email: string,
  address: string,
  password = goodPassword,
): Promise<Answer> {
  return ask(url, 'POST', '/api/v1/auth/login', {
    body: { email, password },
    headers: from(address),
  });
}

export const guess = (town: Town, email: string, address: string): Promise<Answer> =>
  logIn(town, email, address, 'this is nobody’s password');

/** One after the other; answers their statuses. */
export async function guesses(
  town: Town,
  times: number,
  email: string,
  address: string,
): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) {
    statuses.push((await guess(town, email, address)).status);
  }
  return statuses;
}

/** Somebody with a password, who has not signed in from anywhere yet. */
export async function someAccount({ app }: Pick<TestApp, 'app'>): Promise<string> {
  const email = someAddress();
  const accounts = app.get(AccountAdminService, { strict: false });
  await accounts.createStaff({ email, password: goodPassword, name: 'Mira', roles: [] });
  return email;
}

/** Seconds; refused with the words for it. */
export function waitOf({ status, headers, body }: Answer): number {
  const { code } = body as { code?: string };
  if (status !== 429 || code !== 'request/too-many') throw new Error(`${status} ${String(code)}`);
  const wait = headers.get('retry-after') ?? '';
  if (!/^[1-9]\d*$/.test(wait)) throw new Error(`Retry-After is "${wait}".`);
  return Number(wait);
}
