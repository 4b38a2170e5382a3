/** Staff of a test's own: made by the town's admin, with an authenticator in their pocket where one is asked for. */
import { Secret, TOTP } from 'otpauth';
import { townPassword } from '../../prisma/seed/people.js';
import { accessTokenOf, api, newReader, type Own } from './people.js';
import { mailedCode } from './reader.js';

export const townAdmin: Own = { email: 'admin@town.test', password: townPassword };

export interface OwnStaff extends Own {
  id: string;
}

/** Somebody new who works here from now on; with no role, somebody who only reads. */
export async function newStaff(...roles: ('author' | 'editor' | 'admin')[]): Promise<OwnStaff> {
  const own = newReader(roles[0] ?? 'reader');
  const { email, password } = own;
  await api('POST', '/auth/register', { email, password, name: 'Ada Field' });
  const code = await mailedCode(email);
  const { user } = await api<{ user: { id: string } }>('POST', '/auth/verify-email', {
    email,
    code,
  });
  if (roles.length > 0) {
    await api('PUT', `/admin/members/${user.id}/roles`, { roles }, await accessTokenOf(townAdmin));
  }
  return { ...own, id: user.id };
}

/** What her authenticator shows, one code later each time it is asked: every code is good once. */
export interface OwnAuthenticator {
  nextCode: () => string;
}

/** Sets one up over the API. It is the product's clock that counts, which other tests may have moved. */
export async function withAuthenticator(staff: OwnStaff): Promise<OwnAuthenticator> {
  const token = await accessTokenOf(staff);
  const { items } = await api<{ items: { createdAt: string; current: boolean }[] }>(
    'GET',
    '/me/sessions',
    undefined,
    token,
  );
  const now = Date.parse(items.find(({ current }) => current)?.createdAt ?? '');
  const { secret } = await api<{ secret: string }>('POST', '/me/authenticator', undefined, token);
  // A step before and a step after are good, too: three codes without waiting.
  let step = -1;
  const nextCode = () => {
    const timestamp = now + step * 30_000;
    step += 1;
    return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
  };
  await api('POST', '/me/authenticator/confirm', { code: nextCode() }, token);
  return { nextCode };
}
