/** A town with one of each kind of people, and a neighbour: everybody has one of everything that somebody can have. */
import type { PersonKind } from '../../architecture/access-patterns.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import type { Role } from '../../src/users/reader.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { makeGift, makePreview } from '../leaks/links.js';
import { Wire } from '../leaks/wire.js';
import { goodPassword, someAddress } from '../support/readers.js';
import {
  type TestTown,
  aYear,
  openCheckout,
  publish,
  sell,
  startTestTown,
} from '../support/town.js';
import { Visitor } from '../support/visitor.js';

export interface Resident {
  id: string;
  email: string;
  /** Her access token. */
  token: string;
  /** Of her browser, where she has signed in, too. */
  cookie: string;
}

export interface MatrixTown {
  town: TestTown;
  wire: Wire;
  residents: Record<Exclude<PersonKind, 'stranger'>, Resident>;
  /** Somebody else: what is hers is nobody's business. */
  neighbour: Resident;
  /** What nobody else has anything to do with, and may be spoilt. */
  victimId: string;
  sealedPreview: string;
  close(): Promise<void>;
}

/** For members, published. */
export const membersStory = 'members-story';
/** What nobody knows of yet, or any more: one of each status. */
export const hiddenStories = ['hidden-draft', 'hidden-unpublished', 'hidden-scheduled'] as const;

/** The device that each of them is signed in on besides. */
export const spareDevice = 'a spare device';

const day = 24 * 60 * 60;

export async function startMatrixTown(): Promise<MatrixTown> {
  const town = await startTestTown();
  const { pool } = town.app.get(Database);
  const admin = await settle(town, ['admin']);
  const asAdmin = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await town.ask(method, `/api/v1/admin/${path}`, { token: admin.token, body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  };
  const plan = await sell(town, admin.token, 'pro', [aYear]);
  const comp = async ({ id }: Resident, days: number): Promise<void> => {
    const until = new Date(town.app.get(Clock).now().getTime() + days * day * 1000).toISOString();
    await asAdmin('POST', `members/${id}/comp`, { planId: plan.id, until });
  };
  const lapsed = await settle(town);
  await comp(lapsed, 1);
  await town.pass(2 * day);
  const residents = {
    reader: await settle(town),
    member: await settle(town),
    lapsed: await returned(town, lapsed),
    banned: await settle(town),
    author: await settle(town, ['author']),
    editor: await settle(town, ['editor']),
    admin: await returned(town, admin),
  };
  const neighbour = await settle(town, ['author']);
  admin.token = residents.admin.token;
  await asAdmin('POST', 'sections', { slug: 'harbour', name: 'Harbour' });
  await asAdmin('POST', 'authors', { slug: 'ines-vega', name: 'Ines Vega' });
  await publish(town, admin.token, { slug: membersStory, gate: 'members', section: 'harbour' });
  for (const slug of hiddenStories) await publish(town, admin.token, { slug, gate: 'members' });
  await pool.query(
    `update articles set status = substring(slug from 8)::"ArticleStatus", "publishAt" = case slug when 'hidden-scheduled' then $1::timestamptz end,
       "publishedAt" = case slug when 'hidden-unpublished' then "publishedAt" end where slug = any($2)`,
    [new Date(town.app.get(Clock).now().getTime() + day * 1000), hiddenStories],
  );
  // Each who may delete one finds one, or hears that an article names it.
  await pool.query(
    `insert into tags (id, slug, name)
     values (gen_random_uuid(), 'trams', 'Trams'), (gen_random_uuid(), 'trains', 'Trains')`,
  );
  for (const [table, column, named] of [
    ['article_tags', 'tagId', 'tags'],
    ['article_authors', 'authorId', 'authors'],
  ]) {
    await pool.query(
      `insert into ${table} ("articleId", "${column}")
       select a.id, n.id from articles a, ${named} n where a.slug = $1`,
      [membersStory],
    );
  }
  for (const [name, resident] of [
    ...Object.entries(residents),
    ['neighbour', neighbour] as const,
  ]) {
    await openCheckout(town, resident.token, plan.yearly);
    await makeGift(town, { slug: membersStory, makerId: resident.id });
    const slug = `draft-of-${name}`;
    const draft = await town.ask('POST', '/api/v1/admin/articles', {
      token: resident.token,
      body: { title: slug, slug },
    });
    if (draft.status === 201) await makePreview(town, { slug, makerId: resident.id });
  }
  await pool.query(
    `insert into former_slugs (slug, "articleId", "leftAt")
     select 'once-' || slug, id, now() from articles`,
  );
  await pool.query(
    `insert into sessions (id, "userId", kind, "rotatedAt", "provenAt", "userAgent", "createdAt", "expiresAt")
     select gen_random_uuid(), "userId", kind, "rotatedAt", "provenAt", $1, "createdAt", "expiresAt"
     from sessions, generate_series(1, 2) where kind = 'token' and "endedAt" is null`,
    [spareDevice],
  );
  await pool.query(
    `insert into passkeys (id, "userId", "credentialId", "publicKey", counter, name, "backedUp", "createdAt")
     select gen_random_uuid(), id, id || '-' || nth, '', 0, 'Key', false, now()
     from users, generate_series(1, 2) nth`,
  );
  await comp(residents.member, 300);
  await asAdmin('POST', 'reconcile');
  const victim = await settle(town);
  await pool.query(
    `insert into member_notes (id, "userId", "writerId", text, "createdAt")
     values (gen_random_uuid(), $1, $2, 'Writes letters.', now())`,
    [victim.id, admin.id],
  );
  await furnish(town, residents.admin.id, victim.id);
  const { sealed } = await makePreview(town, { slug: membersStory, makerId: residents.admin.id });
  await asAdmin('POST', `members/${residents.banned.id}/ban`, { reason: 'threats' });
  await town.mailbox();
  const wire = new Wire(town.url);
  return {
    town,
    wire,
    residents,
    neighbour,
    victimId: victim.id,
    sealedPreview: sealed,
    close: async () => {
      wire.close();
      await town.close();
    },
  };
}

/** Something of each kind that stands in addresses, and is nobody's own. */
async function furnish(town: TestTown, staffId: string, memberId: string): Promise<void> {
  const { pool } = town.app.get(Database);
  for (const [statement, values] of [
    [
      `insert into institutions (id, name, networks, "emailDomains", "startsAt", "endsAt", "createdAt", "updatedAt")
       values (gen_random_uuid(), 'The Library', '{10.9.9.0/24}', '{library.test}', '2000-01-01', '2100-01-01', now(), now())`,
      [],
    ],
    [
      `insert into webhook_events ("stripeEventId", type, payload, status, "receivedAt")
       values ('evt_matrix', 'customer.created', '{}', 'failed', now())`,
      [],
    ],
    [
      `insert into member_notes (id, "userId", "writerId", text, "createdAt") values (gen_random_uuid(), $1, $2, 'Called.', now())`,
      [memberId, staffId],
    ],
    [
      `insert into member_imports (id, "startedById", status, total, "createdAt", "endedAt") values (gen_random_uuid(), $1, 'done', 0, now(), now())`,
      [staffId],
    ],
  ] as const) {
    await pool.query(statement, [...values]);
  }
}

/** Makes an account, and signs it in as a program and as a browser. */
async function settle(town: TestTown, roles: Role[] = []): Promise<Resident> {
  const email = someAddress();
  const accounts = town.app.get(AccountAdminService, { strict: false });
  const { id } = await accounts.createStaff({ email, password: goodPassword, name: 'X', roles });
  return returned(town, { id, email });
}

export async function returned(
  town: TestTown,
  { id, email }: Pick<Resident, 'id' | 'email'>,
): Promise<Resident> {
  const { status, body, text } = await town.ask('POST', '/api/v1/auth/login', {
    body: { email, password: goodPassword },
  });
  if (status !== 200) throw new Error(`She could not sign in: ${text}`);
  const browser = new Visitor(town.url);
  const seen = await browser.signIn(email);
  if (seen.status !== 303) throw new Error(`She could not sign in on the page: ${seen.html}`);
  return {
    id,
    email,
    token: (body as { accessToken: string }).accessToken,
    cookie: browser.cookie,
  };
}
