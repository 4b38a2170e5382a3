/** Readers for the journeys: register them, find their mail, sign them in. */
import { randomUUID } from 'node:crypto';
import type { KeptMail } from '../../src/platform/mail/mailbox.js';
import { ask } from './api.js';
import type { TestApp } from './app.js';

export const goodPassword = 'seven quiet herons at noon';

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
  user: { id: string; email: string; name: string | null; roles: string[] };
}

/** Letters only, so that no digits of it are taken for a code. */
export function someAddress(who = 'reader'): string {
  const letters = randomUUID().replace(/[^a-f]/g, '');
  const more = randomUUID().replace(/[^a-f]/g, '');
  return `${who}.${letters}${more}@readers.test`;
}

/** The newest mail to an address. */
export async function lastMailTo(
  town: Pick<TestApp, 'mailbox'>,
  address: string,
): Promise<KeptMail> {
  const mail = (await town.mailbox()).find(({ to }) => to === address);
  if (mail === undefined) throw new Error(`There is no mail to ${address}.`);
  return mail;
}

export function codeIn(mail: KeptMail): string {
  const code = /\b\d{6}\b/.exec(mail.text)?.[0];
  if (code === undefined) throw new Error('The mail holds no code.');
  return code;
}

export function tokenIn(mail: KeptMail): string {
  const token = /[?&]token=([\w-]+)/.exec(mail.text)?.[1];
  if (token === undefined) throw new Error('The mail holds no link.');
  return token;
}

/** Registers and proves the address with the mailed code. */
export async function joinAs(
  town: Pick<TestApp, 'url' | 'mailbox'>,
  email = someAddress(),
  password = goodPassword,
  name = 'Mira',
): Promise<Tokens> {
  const asked = await ask(town.url, 'POST', '/api/v1/auth/register', {
    body: { email, password, name },
  });
  const { request } = asked.body as { request: string };
  const code = codeIn(await lastMailTo(town, email));
  const { status, body, text } = await ask(town.url, 'POST', '/api/v1/auth/verify-email', {
    body: { email, code, request },
  });
  if (status !== 200) throw new Error(`The address was not proven: ${text}`);
  return body as Tokens;
}

/** Shows that a session is still hers, as what cannot be taken back demands ten minutes after she signed in. */
export async function proveFreshly(
  town: Pick<TestApp, 'url'>,
  token: string,
  password = goodPassword,
): Promise<void> {
  const path = '/api/v1/me/proof';
  const { status, text } = await ask(town.url, 'POST', path, { token, body: { password } });
  if (status !== 200) throw new Error(`She did not show that it is her: ${text}`);
}
