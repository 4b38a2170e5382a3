/** What is asked of a town, each journey another thing at every request, so that no shelf answers. */
import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { webhookSecret } from './town.mjs';

/** @typedef {import('./town.mjs').Town} Town */
/**
 * @typedef {object} Journey
 * @property {string} name
 * @property {boolean} isRead whether it may cost at most so many times as much
 * @property {number} [share] of the usual number of requests
 * @property {(number: number) => Promise<void>} ask
 */

/** @param {Town} town @returns {Promise<Journey[]>} */
export async function journeysOf(town) {
  const { url, size, admin, members, readers } = town;
  /** @type {(path: string, init?: { token?: string | undefined, method?: string, body?: unknown, headers?: Record<string, string> }) => Promise<any>} */
  const ask = async (path, { token, method = 'GET', body, headers = {} } = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok)
      throw new Error(`${path} was answered with ${answer.status}: ${text.slice(0, 200)}`);
    return text === '' ? null : JSON.parse(text);
  };
  /** Articles lie about as evenly as those whom readers come to by a search engine. @param {number} number @param {number} step @param {number} rest */
  const story = (number, step, rest) => {
    const all = Math.floor((size.articles - rest) / step);
    return `/api/v1/articles/story-${((number * 7_919) % all) * step + rest}`;
  };
  /** @template T @param {T[]} all @param {number} number @returns {T} */
  const turn = (all, number) => {
    const found = all[number % all.length];
    if (found === undefined) throw new Error('There is nobody in this town.');
    return found;
  };
  const token = admin.accessToken;
  const sessions = members.map(({ refreshToken }) => refreshToken);
  const deep = await cursorOfPage(ask, Math.min(1_000, size.articles / 20 - 2));
  const inboxDeep = await cursorOfInbox(ask, token);
  return [
    {
      name: "stranger's teaser, JSON, cold",
      isRead: true,
      ask: async (number) => {
        const { bodyHtml } = await ask(story(number, 10, 3));
        if (bodyHtml !== null) throw new Error('A stranger was given the text.');
      },
    },
    {
      name: "member's full text (8 KB), cold",
      isRead: true,
      ask: async (number) => {
        const { bodyHtml } = await ask(story(number, 50, 1), {
          token: turn(members, number).accessToken,
        });
        if (bodyHtml === null) throw new Error('A member was not given the text.');
      },
    },
    {
      name: 'metered first read',
      isRead: true,
      ask: async (number) => {
        await ask(story(number, 10, 2), { token: turn(readers, number).accessToken });
      },
    },
    {
      name: 'metered re-read',
      isRead: true,
      ask: async (number) => {
        await ask(story(number % 40, 10, 2), { token: turn(readers, number % 40).accessToken });
      },
    },
    { name: 'list, first page', isRead: true, ask: () => ask('/api/v1/articles?limit=20') },
    {
      name: 'list, page 1,000 (the last of the small town)',
      isRead: true,
      ask: () => ask(`/api/v1/articles?limit=20&cursor=${deep}`),
    },
    {
      name: 'list of a section',
      isRead: true,
      ask: (number) => ask(`/api/v1/articles?limit=20&section=section-${number % 10}`),
    },
    {
      name: 'list of an author',
      isRead: true,
      ask: (number) =>
        ask(
          `/api/v1/articles?limit=20&author=author-${(number * 7) % Math.max(5, size.articles / 2000)}`,
        ),
    },
    {
      name: 'list of a tag',
      isRead: true,
      ask: (number) =>
        ask(
          `/api/v1/articles?limit=20&tag=tag-${(number * 7) % Math.max(10, size.articles / 1000)}`,
        ),
    },
    {
      name: 'search that finds one article',
      isRead: true,
      ask: (number) => ask(`/api/v1/search?q=${1 + ((number * 7_919) % size.articles)}`),
    },
    {
      name: 'search for a rare word',
      isRead: true,
      ask: (number) => ask(`/api/v1/search?q=word${19_000 + (number % 900)}`),
    },
    {
      name: 'search for a frequent word',
      isRead: true,
      ask: (number) => ask(`/api/v1/search?q=word${number % 20}`),
    },
    {
      name: 'own membership',
      isRead: true,
      ask: (number) => ask('/api/v1/me', { token: turn(members, number).accessToken }),
    },
    {
      name: 'refresh',
      isRead: false,
      share: 0.5,
      ask: async (number) => {
        const place = number % sessions.length;
        const answer = await ask('/api/v1/auth/refresh', {
          method: 'POST',
          body: { refreshToken: sessions[place] },
        });
        sessions[place] = answer.refreshToken;
      },
    },
    {
      name: 'sign-in by passphrase',
      isRead: false,
      share: 0.1,
      ask: async (number) => {
        await town.signIn(turn(members, number).email);
      },
    },
    {
      name: 'desk: members, first page',
      isRead: false,
      share: 0.2,
      ask: () => ask('/api/v1/admin/members?limit=20', { token }),
    },
    {
      name: 'desk: member by a part of her address',
      isRead: false,
      share: 0.1,
      ask: (number) =>
        ask(`/api/v1/admin/members?limit=20&q=reader${1 + ((number * 7_919) % size.members)}%40`, {
          token,
        }),
    },
    {
      name: 'desk: members in grace',
      isRead: false,
      share: 0.1,
      ask: () => ask('/api/v1/admin/members?limit=20&state=grace', { token }),
    },
    {
      name: 'desk: articles',
      isRead: false,
      share: 0.2,
      ask: () => ask('/api/v1/admin/articles?limit=20', { token }),
    },
    {
      name: 'desk: inbox, first page',
      isRead: false,
      share: 0.2,
      ask: () => ask('/api/v1/admin/webhook-events?limit=20', { token }),
    },
    {
      name: 'desk: inbox, past what is in trouble',
      isRead: false,
      share: 0.2,
      ask: () => ask(`/api/v1/admin/webhook-events?limit=20&cursor=${inboxDeep}`, { token }),
    },
    {
      name: 'desk: inbox, one type',
      isRead: false,
      share: 0.2,
      ask: () => ask('/api/v1/admin/webhook-events?limit=20&type=charge.refunded', { token }),
    },
    {
      name: 'desk: audit',
      isRead: false,
      share: 0.2,
      ask: () => ask('/api/v1/admin/audit?limit=20', { token }),
    },
    {
      name: 'desk: meter what-if',
      isRead: false,
      share: 0.02,
      ask: () => ask('/api/v1/admin/settings/meter/what-if?registered=2', { token }),
    },
    {
      name: 'desk: meter what-if, another window',
      isRead: false,
      share: 0.02,
      ask: () =>
        ask('/api/v1/admin/settings/meter/what-if?window=rolling-days&windowDays=7', { token }),
    },
    {
      name: 'desk: overview, each time of another length',
      isRead: false,
      share: 0.02,
      ask: (number) => ask(`/api/v1/admin/overview?days=${20 + number}`, { token }),
    },
    {
      name: 'desk: overview, again',
      isRead: false,
      share: 0.1,
      ask: () => ask('/api/v1/admin/overview?days=30', { token }),
    },
    {
      name: 'webhook received',
      isRead: false,
      share: 0.5,
      ask: async (number) => {
        const payload = JSON.stringify({
          id: `evt_growth${randomUUID()}`,
          object: 'event',
          type: 'customer.subscription.updated',
          livemode: false,
          data: {
            object: {
              id: 'sub_1',
              object: 'subscription',
              customer: `cus_bench${1 + ((number * 7_919) % size.members)}`,
              metadata: {},
            },
          },
        });
        const signature = Stripe.webhooks.generateTestHeaderString({
          payload,
          secret: webhookSecret,
        });
        await ask('/webhooks/stripe', {
          method: 'POST',
          body: payload,
          headers: { 'stripe-signature': signature },
        });
      },
    },
  ];
}

/** @param {(path: string) => Promise<any>} ask @param {number} page */
async function cursorOfPage(ask, page) {
  let cursor = '';
  for (let hundreds = 0; hundreds < Math.floor(page / 5); hundreds += 1) {
    const after = cursor === '' ? '' : `&cursor=${cursor}`;
    cursor = (await ask(`/api/v1/articles?limit=100${after}`)).nextCursor;
  }
  return cursor;
}

/** @param {(path: string, init: { token: string }) => Promise<any>} ask @param {string} token */
async function cursorOfInbox(ask, token) {
  let cursor = '';
  for (let page = 0; page < 5; page += 1) {
    const after = cursor === '' ? '' : `&cursor=${cursor}`;
    cursor = (await ask(`/api/v1/admin/webhook-events?limit=100${after}`, { token })).nextCursor;
  }
  return cursor;
}
