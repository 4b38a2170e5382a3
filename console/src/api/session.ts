/** The access token the console speaks with: traded for the browser's session cookie, and kept in memory alone. */
import { notReached, refusalIn } from './refusal.js';

interface Token {
  value: string;
  /** By the page's own clock, which nobody sets. */
  goodUntil: number;
}

/** Milliseconds before its end in which a token is traded anew, so that none ends on its way. */
const margin = 60_000;

let trade: Promise<Token> | null = null;
let held: Token | null = null;

async function tradeCookie(): Promise<Token> {
  const answer = await fetch('/api/v1/auth/session-token', { method: 'POST' }).catch(() => {
    throw notReached();
  });
  if (!answer.ok) throw await refusalIn(answer);
  const { accessToken, expiresIn } = (await answer.json()) as {
    accessToken: string;
    expiresIn: number;
  };
  return { value: accessToken, goodUntil: performance.now() + expiresIn * 1000 };
}

/** @throws Refusal 401 where nobody is signed in */
export async function accessToken(): Promise<string> {
  const isGood = held !== null && performance.now() < held.goodUntil - margin;
  if (held !== null && isGood) return held.value;
  trade ??= tradeCookie().finally(() => {
    trade = null;
  });
  held = await trade;
  return held.value;
}

/** For one that was refused before its time. */
export function forgetToken(): void {
  held = null;
}
