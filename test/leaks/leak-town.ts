/** A town full of canaries: texts that most may not read, and each kind of reader who would like to. */
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import type { Role } from '../../src/users/reader.js';
import { cookieOf } from '../support/gifts.js';
import { goodPassword, someAddress } from '../support/readers.js';
import { type TestTown, aYear, openCheckout, pay, sell, startTestTown } from '../support/town.js';
import { Canaries } from './canaries.js';
import { type WorthlessLinks, makeWorthlessLinks } from './worthless-links.js';
import { plantArticles, spentStory } from './planted-articles.js';

/** Nobody of them may read everything; who may read what is told where an article is planted. */
export const unentitled = [
  'stranger',
  'spent stranger',
  'registered',
  'lapsed',
  'of another plan',
  'banned',
  'author',
] as const;
export type Unentitled = (typeof unentitled)[number];

/** How somebody shows who she is. */
export interface Credential {
  reader: Unentitled | 'member' | 'admin';
  by: 'nothing' | 'bearer' | 'cookie';
  headers: Record<string, string>;
}

export interface LeakTown {
  town: TestTown;
  canaries: Canaries;
  /** Of everybody who may not read everything. */
  unentitled: Credential[];
  /** Of those who may: a member of the right plan, and an admin. */
  granted: Credential[];
  links: WorthlessLinks;
}

/** Nobody here comes from it. */
export const institutionsAddress = '10.9.9.9';

const day = 24 * 60 * 60;

export async function startLeakTown(): Promise<LeakTown> {
  const town = await startTestTown({
    METER_ANONYMOUS: '1',
    METER_REGISTERED: '1',
    METER_WINDOW: 'rolling-days',
  });
  const canaries = new Canaries();
  const people = new People(town);
  const admin = await people.join('admin', ['admin']);
  const author = await people.join('author', ['author']);
  const asAdmin = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await town.ask(method, `/api/v1/admin/${path}`, { token: admin.token, body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  };
  const pro = await sell(town, admin.token, 'pro', [aYear], { trialDays: 7 });
  const other = await sell(town, admin.token, 'paper', [aYear]);
  await asAdmin('POST', 'sections', { slug: 'harbour', name: 'Harbour' });
  await asAdmin('POST', 'authors', { slug: 'ines-vega', name: 'Ines Vega' });
  await plantArticles(town, canaries, {
    admin: admin.token,
    author: author.token,
    planId: pro.id,
  });

  const comp = async (somebody: Somebody, planId: string, days: number): Promise<void> => {
    const until = new Date(town.app.get(Clock).now().getTime() + days * day * 1000).toISOString();
    await asAdmin('POST', `members/${somebody.id}/comp`, { planId, until });
  };
  const lapsed = await people.join('lapsed');
  await comp(lapsed, pro.id, 1);
  await town.pass(2 * day);
  const registered = await people.join('registered');
  const ofAnotherPlan = await people.join('of another plan');
  await comp(ofAnotherPlan, other.id, 300);
  const banned = await people.join('banned');
  const member = await people.join('member');
  await comp(banned, pro.id, 300);
  await comp(member, pro.id, 300);
  const credentials = (
    await Promise.all(
      [registered, lapsed, ofAnotherPlan, banned, author].map((each) => people.credentialsOf(each)),
    )
  ).flat();
  await asAdmin('POST', `members/${banned.id}/ban`, { reason: 'threats' });
  for (const { token } of [registered, lapsed, author]) {
    await town.ask('GET', `/api/v1/articles/${spentStory}`, { token });
  }
  const buyer = await people.join('member');
  await furnish(town, buyer.token, pro.yearly, asAdmin);
  const links = await makeWorthlessLinks(town, member.id);
  return {
    town,
    canaries,
    unentitled: [
      { reader: 'stranger', by: 'nothing', headers: {} },
      await spentStranger(town),
      ...credentials,
    ],
    granted: [...(await people.credentialsOf(member)), ...(await people.credentialsOf(admin))],
    links,
  };
}

/** Whose browser is known, and has had what strangers have. */
async function spentStranger(town: TestTown): Promise<Credential> {
  const path = `/api/v1/articles/${spentStory}`;
  const cookie = cookieOf((await town.ask('GET', path)).headers);
  const { text } = await town.ask('GET', path, { headers: { cookie } });
  if (!text.includes('"used":1')) throw new Error(`Her allowance was not spent: ${text}`);
  return { reader: 'spent stranger', by: 'nothing', headers: { cookie } };
}

interface Somebody {
  reader: Credential['reader'];
  id: string;
  email: string;
  token: string;
}

class People {
  constructor(private readonly town: TestTown) {}

  async join(reader: Credential['reader'], roles: Role[] = []): Promise<Somebody> {
    const email = someAddress();
    const accounts = this.town.app.get(AccountAdminService, { strict: false });
    const { id } = await accounts.createStaff({ email, password: goodPassword, name: 'X', roles });
    const { body } = await this.town.ask('POST', '/api/v1/auth/login', {
      body: { email, password: goodPassword },
    });
    return { reader, id, email, token: (body as { accessToken: string }).accessToken };
  }

  async credentialsOf({ reader, email, token }: Somebody): Promise<Credential[]> {
    const { status, headers } = await fetch(`${this.town.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ email, password: goodPassword }),
    });
    if (status !== 303) throw new Error(`She could not sign in: ${status}`);
    const cookie = headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    return [
      { reader, by: 'bearer', headers: { authorization: `Bearer ${token}` } },
      { reader, by: 'cookie', headers: { cookie } },
    ];
  }
}

/** Something to be seen at every address: a purchase, what Stripe told of it, a look at the books, an institution. */
async function furnish(
  town: TestTown,
  buyer: string,
  priceId: string,
  asAdmin: (method: string, path: string, body?: object) => Promise<unknown>,
): Promise<void> {
  await pay(town, await openCheckout(town, buyer, priceId));
  await asAdmin('POST', 'reconcile');
  await town.mailbox();
  const { pool } = town.app.get(Database);
  await pool.query(
    `insert into institutions (id, name, networks, "emailDomains", "startsAt", "endsAt", "createdAt", "updatedAt")
     values (gen_random_uuid(), 'The Library', '{10.9.9.0/24}', '{library.test}', '2000-01-01', '2100-01-01', now(), now())`,
  );
  await pool.query(
    `insert into machine_settings (id, "searchEnginesReadAll", "updatedAt") values (1, true, now())`,
  );
  await pool.query(
    `insert into member_imports (id, "startedById", status, total, "createdAt")
     values (gen_random_uuid(), gen_random_uuid(), 'done', 0, now())`,
  );
  await pool.query(
    `insert into member_notes (id, "userId", "writerId", text, "createdAt")
     select gen_random_uuid(), id, id, 'Writes letters.', now() from users limit 1`,
  );
}
