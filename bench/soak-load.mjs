/**
 * The readers of `bench/soak.mjs`, in a process of their own: opens pages, articles and lists, signs in and delivers
 * webhooks at an even pace, until it is told to stop. What it is to do comes as one message, what came of it as another.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * @typedef {object} Plan
 * @property {string} url
 * @property {number} perSecond
 * @property {string[]} slugs
 * @property {string} member somebody's address whose membership reads everything
 * @property {string[]} readers addresses of people who have registered
 * @property {string} password everybody's
 * @property {string} webhookSecret
 * @property {string} customer whom webhooks are about
 */

/** Requests under way at most; behind it, the pace is held back. */
const mostAtOnce = 64;

const agent = new Agent({ keepAlive: true, maxSockets: mostAtOnce });
/** @type {Record<string, Record<string, number>>} */
const answers = {};
let isOver = false;

process.once('message', (plan) => void load(/** @type {Plan} */ (plan)));
process.on('message', (message) => (isOver ||= message === 'stop'));
process.once('disconnect', () => process.exit());

/** @param {Plan} plan */
async function load(plan) {
  const reading = new Reading(plan);
  await reading.signEverybodyIn();
  process.send?.('ready');
  const kinds = reading.kinds();
  let open = 0;
  for (let count = 0, began = performance.now(); !isOver; count += 1) {
    const early = began + (count * 1000) / plan.perSecond - performance.now();
    if (early > 1) await pause(early);
    while (open >= mostAtOnce) {
      await pause(5);
      began += 5;
    }
    const { name, ask } = kinds[count % kinds.length] ?? reading.never();
    open += 1;
    void ask()
      .catch((error) => `failed: ${error.code ?? error.message}`)
      .then((status) => {
        open -= 1;
        const sorts = (answers[name] ??= {});
        sorts[status] = (sorts[status] ?? 0) + 1;
      });
  }
  while (open > 0) await pause(10);
  process.send?.(answers, () => process.exit());
}

class Reading {
  /** @type {string[]} */
  tokens = [];
  memberToken = '';
  cookie = '';

  /** @param {Plan} plan */
  constructor(plan) {
    this.plan = plan;
  }

  async signEverybodyIn() {
    const { member, readers } = this.plan;
    this.memberToken = await this.token(member);
    for (const email of readers) this.tokens.push(await this.token(email));
    const form = new URLSearchParams({ email: member, password: this.plan.password });
    const { headers } = await this.send('/sign-in', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://paper.test',
      },
      body: form.toString(),
    });
    this.cookie = (headers['set-cookie'] ?? []).map((set) => set.split(';')[0]).join('; ');
  }

  /** Of a hundred requests, which are how many; in an order that mixes them. */
  kinds() {
    const bearer = () => ({ authorization: `Bearer ${this.memberToken}` });
    const gzip = { 'accept-encoding': 'gzip' };
    /** @type {[number, string, () => Promise<number>][]} */
    const shares = [
      [30, 'teaser, JSON', () => this.read(`/api/v1/articles/${this.slug()}`)],
      [12, 'teaser, page', () => this.read(`/articles/${this.slug()}`)],
      [12, 'teaser, page, compressed', () => this.read(`/articles/${this.slug()}`, gzip)],
      [10, "member's text, JSON", () => this.read(`/api/v1/articles/${this.slug()}`, bearer())],
      [
        6,
        "member's text, page",
        () => this.read(`/articles/${this.slug()}`, { ...gzip, cookie: this.cookie }),
      ],
      [6, 'metered, JSON', () => this.read(`/api/v1/articles/${this.slug()}`, this.someReader())],
      [5, 'list', () => this.read('/api/v1/articles?limit=20')],
      [3, 'front page', () => this.read('/', gzip)],
      [2, 'feed', () => this.read('/feed.xml', gzip)],
      [3, 'search', () => this.read(`/api/v1/search?q=harbour%20${randomUUID().slice(0, 6)}`)],
      [3, 'not there', () => this.read(`/articles/${randomUUID()}`)],
      [2, 'who she is', () => this.read('/api/v1/me', bearer())],
      [2, 'sign-in', () => this.signIn()],
      [1, 'mail asked for', () => this.askForMail()],
      [3, 'webhook', () => this.deliver()],
    ];
    return shares
      .flatMap(([share, name, ask]) =>
        Array.from({ length: share }, (_, index) => ({ name, ask, at: (index + 0.5) / share })),
      )
      .sort((a, b) => a.at - b.at);
  }

  /** @returns {never} */
  never() {
    throw new Error('There is nothing to ask.');
  }

  slug() {
    // A few are read by many.
    const { slugs } = this.plan;
    return slugs[Math.floor(slugs.length * Math.random() ** 2)] ?? '';
  }

  someReader() {
    const token = this.tokens[Math.floor(Math.random() * this.tokens.length)];
    return { authorization: `Bearer ${token}` };
  }

  /** @param {string} path @param {Record<string, string>} [headers] */
  async read(path, headers = {}) {
    return (await this.send(path, { headers })).status;
  }

  async signIn() {
    const { readers, password } = this.plan;
    const email = readers[Math.floor(Math.random() * readers.length)];
    return (await this.post('/api/v1/auth/login', { email, password })).status;
  }

  async askForMail() {
    const email = `stranger-${randomUUID()}@soak.test`;
    return (await this.post('/api/v1/auth/magic-link', { email })).status;
  }

  /** @param {string} email */
  async token(email) {
    const { text } = await this.post('/api/v1/auth/login', { email, password: this.plan.password });
    return /** @type {{ accessToken: string }} */ (JSON.parse(text)).accessToken;
  }

  async deliver() {
    const { customer, webhookSecret } = this.plan;
    const body = JSON.stringify({
      id: `evt_${randomUUID()}`,
      object: 'event',
      type: 'customer.subscription.updated',
      livemode: false,
      data: { object: { id: 'sub_1', object: 'subscription', customer, metadata: {} } },
    });
    const second = Math.floor(Date.now() / 1000);
    const mark = createHmac('sha256', webhookSecret).update(`${second}.${body}`).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'stripe-signature': `t=${second},v1=${mark}`,
    };
    return (await this.send('/webhooks/stripe', { method: 'POST', headers, body })).status;
  }

  /** @param {string} path @param {object} body */
  post(path, body) {
    const headers = { 'content-type': 'application/json' };
    return this.send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /**
   * @param {string} path
   * @param {{ method?: string, headers?: Record<string, string>, body?: string }} what
   * @returns {Promise<{ status: number, text: string, headers: import('node:http').IncomingHttpHeaders }>}
   */
  send(path, { method = 'GET', headers = {}, body }) {
    return new Promise((resolve, reject) => {
      const sent = request(`${this.plan.url}${path}`, { agent, method, headers }, (answer) => {
        let text = '';
        answer.setEncoding('latin1');
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }),
        );
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
