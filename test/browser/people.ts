/** Who sits at the browser: people of the town, and readers of a test's own, whom no other test knows. */

import { townPassword } from '../../prisma/seed/people.js';
import { freshCard } from '../support/cards.js';
import { product } from './product.js';
import { mailedCode, type Sitting } from './reader.js';

const password = 'seven quiet herons at noon';

export interface Own {
  email: string;
  password: string;
}

interface Plans {
  items: { slug: string; prices: { id: string }[] }[];
}

let made = 0;

/** Whom nobody knows yet: an address of her own, and a password. */
export function newReader(name: string): Own {
  made += 1;
  return { email: `${name}-${process.pid}-${made}@readers.test`, password };
}

/** Signs in as somebody of the town, like `mira@town.test`, or as a reader of one's own, past the pages. */
export async function signIn(sitting: Sitting, email: string, word = townPassword): Promise<void> {
  await send(sitting, '/sign-in', { email, password: word });
}

/** Registers a new reader, who is signed in then; past the pages, where the way in is not what is tested. */
export async function registered(sitting: Sitting, name = 'nora'): Promise<Own> {
  const own = newReader(name);
  const { email } = own;
  await send(sitting, '/register', { name, ...own });
  await send(sitting, '/register/verify', { email, code: await mailedCode(email) });
  return own;
}

/** The same, and she has joined: her trial runs. */
export async function joined(sitting: Sitting, name = 'nora'): Promise<Own> {
  const own = await registered(sitting, name);
  await buy(own);
  return own;
}

/** Buys the town's own plan, or the price that is wanted, with a card that nobody has used: in a trial, unless she has had hers. */
export async function buy(own: Own, wanted?: string): Promise<void> {
  const accessToken = await accessTokenOf(own);
  const { items } = await api<Plans>('GET', '/plans');
  const priceId = wanted ?? items.find(({ slug }) => slug === 'pro')?.prices[0]?.id;
  const { url } = await api<{ url: string }>(
    'POST',
    '/billing/checkout-sessions',
    { priceId },
    accessToken,
  );
  const session = /cs_test_\w+/.exec(url)?.[0] ?? '';
  await answerOf(`${product().simulatorUrl}/_sim/checkout/sessions/${session}/complete`, 'POST', {
    card: freshCard(),
  });
  await api('GET', `/billing/checkout-sessions/${session}`, undefined, accessToken);
}

/** What opens the API to somebody. */
export async function accessTokenOf({ email, password: word }: Own): Promise<string> {
  const body = { email, password: word };
  return (await api<{ accessToken: string }>('POST', '/auth/login', body)).accessToken;
}

/** Asks the API, and throws with what it said where it refuses. */
export function api<T>(method: string, path: string, body?: object, token?: string): Promise<T> {
  return answerOf<T>(`${product().url}/api/v1${path}`, method, body, token);
}

async function answerOf<T>(url: string, method: string, body?: object, token?: string): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} was answered ${response.status}: ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** Sends a form as the page would, with the cookies of the sitting. */
async function send(
  { context }: Sitting,
  path: string,
  form: Record<string, string>,
): Promise<void> {
  const url = new URL(path, product().url).href;
  const response = await context.request.post(url, {
    form,
    headers: { 'sec-fetch-site': 'same-origin', accept: 'text/html' },
    maxRedirects: 0,
  });
  if (response.status() >= 400) {
    throw new Error(`${path} was answered ${response.status()}: ${await response.text()}`);
  }
}
