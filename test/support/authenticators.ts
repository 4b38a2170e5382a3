/** An authenticator app in a reader's pocket: set up over the API, and asked for its code at the product's time. */
import { Secret, TOTP } from 'otpauth';
import { Clock } from '../../src/platform/clock/clock.js';
import { ask } from './api.js';
import type { TestApp } from './app.js';
import type { Tokens } from './readers.js';

export interface AuthenticatorApp {
  /** What the app shows now. @param steps later or, where negative, earlier */
  code(steps?: number): string;
  recoveryCodes: string[];
}

/** Six digits that are none of the codes around now. */
export function wrongCode(app: AuthenticatorApp): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => app.code(steps));
  return ['111111', '222222', '333333', '444444', '555555', '666666'].find(
    (code) => !near.includes(code),
  ) as string;
}

export function appWith(town: Pick<TestApp, 'app'>, secret: string): AuthenticatorApp {
  const clock = town.app.get(Clock);
  const key = Secret.fromBase32(secret);
  return {
    code: (steps = 0) =>
      TOTP.generate({ secret: key, timestamp: clock.now().getTime() + steps * 30_000 }),
    recoveryCodes: [],
  };
}

/** Her next code is good: the one that confirmed is used up, so the clock moves on. */
export async function setUpAuthenticator(
  town: Pick<TestApp, 'app' | 'url' | 'advance'>,
  { accessToken: token }: Pick<Tokens, 'accessToken'>,
): Promise<AuthenticatorApp> {
  const proposed = await ask(town.url, 'POST', '/api/v1/me/authenticator', { token });
  if (proposed.status !== 201) throw new Error(`No authenticator was proposed: ${proposed.text}`);
  const app = appWith(town, (proposed.body as { secret: string }).secret);
  const confirmed = await ask(town.url, 'POST', '/api/v1/me/authenticator/confirm', {
    token,
    body: { code: app.code() },
  });
  if (confirmed.status !== 200) throw new Error(`It was not confirmed: ${confirmed.text}`);
  town.advance(30);
  return { ...app, recoveryCodes: (confirmed.body as { recoveryCodes: string[] }).recoveryCodes };
}

/** Shows the first factor and answers the challenge that comes back. */
export async function challengeFor(
  town: Pick<TestApp, 'url'>,
  email: string,
  password: string,
): Promise<string> {
  const { status, body, text } = await ask(town.url, 'POST', '/api/v1/auth/login', {
    body: { email, password },
  });
  if (status !== 401) throw new Error(`No second factor was asked for: ${text}`);
  return (body as { challenge: string }).challenge;
}
