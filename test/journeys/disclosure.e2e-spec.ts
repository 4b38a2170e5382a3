/** A reader takes with her everything that is held of her, and nothing of it is left when she has gone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { settled } from '../support/app.js';
import { bring } from '../support/csv.js';
import { give } from '../support/gifts.js';
import { customerOf } from '../support/member.js';
import {
  type Tokens,
  goodPassword,
  joinAs,
  proveFreshly,
  someAddress,
} from '../support/readers.js';
import {
  type TestTown,
  aYear,
  pay,
  publish,
  sell,
  sessionIn,
  startTestTown,
} from '../support/town.js';
import { whereIsWritten } from '../support/written.js';

const device = 'Quillbrowser/7';
const email = someAddress('leonora');
const note = 'Called about the Tuesday edition.';
const sealed = 'never-to-be-told';
const card = 'fingerprint-of-her-card';

/**
 * Every column that leads to a person, or says something of one, and where in her file it is. A path stands for
 * something that is not empty there.
 */
const given: Record<string, string> = {
  'users.email': 'account.account.email',
  'users.name': 'account.account.name',
  'users.labels': 'account.account.labels',
  'sessions.userId': 'account.sessions',
  'sessions.userAgent': 'account.sessions.1.userAgent',
  'authenticators.userId': 'account.factors.authenticatorSince',
  'recovery_codes.userId': 'account.factors.recoveryCodes',
  'passkeys.userId': 'account.factors.passkeys',
  'passkeys.name': 'account.factors.passkeys.0.name',
  'known_places.userId': 'account.knownPlaces',
  'known_places.seenAt': 'account.knownPlaces',
  'email_proofs.userId': 'account.proofs',
  'email_proofs.email': 'account.proofs.0.email',
  'email_proofs.name': 'account.proofs',
  'challenges.userId': 'account.challenges',
  'member_notes.userId': 'account.notes',
  'member_import_lines.fields': 'account.broughtLines.0.name',
  'memberships.userId': 'memberships.memberships',
  'trial_uses.userId': 'memberships.trials',
  'trial_uses.addressHash': 'memberships.trials.0.addressHash',
  'trial_uses.laterAddressHashes': 'memberships.trials',
  'trial_uses.cardFingerprint': 'memberships.trials.0.cardFingerprint',
  'stripe_customers.userId': 'billing.customers',
  'stripe_customers.stripeCustomerId': 'billing.customers.0.stripeCustomerId',
  'stripe_subscriptions.stripeCustomerId': 'billing.subscriptions',
  'webhook_events.stripeCustomerId': 'billing.events',
  'checkouts.userId': 'billing.checkouts',
  'checkouts.articleId': 'billing.checkouts.0.articleSlug',
  'invoices.userId': 'billing.invoices',
  'ledger_lines.userId': 'billing.ledger',
  'consents.userId': 'billing.consents',
  'billing_letters.userId': 'billing.letters',
  'meter_subjects.userId': 'reading.meterSeenAt',
  'meter_subjects.seenAt': 'reading.meterSeenAt',
  'meter_reads.subjectId': 'reading.meterReads',
  'gifts.giverId': 'reading.giftsGiven',
  'gift_openings.openerId': 'reading.giftsOpened',
  'audit_entries.actorId': 'deeds',
  'audit_entries.subjectId': 'deeds',
};

/** What is not in her file, and why. */
const notGiven: Record<string, string> = {
  'articles.createdById': 'what somebody did for the paper is the paper’s',
  'article_texts.editorId': 'the same',
  'article_previews.createdById': 'the same',
  'member_notes.writerId': 'of the staff who wrote it, not of the reader',
  'member_imports.startedById': 'of the staff who brought the file',
  'sessions.impersonatedFromId': 'a session of the staff who read as her',
  'sessions.impersonatedById': 'of the staff who read as her; that it happened is among the deeds',
  'reconciliation_runs.startedBy': 'of the staff who asked for it',
  'audit_entries.address': 'of who acted; her own deeds are kept without one',
  'email_proofs.requestHash': 'a secret of her browser',
  'known_places.place': 'a digest under a key of ours, which is not kept with it',
  'email_proofs.passwordHash': 'a secret, until the registration is proven',
  'users.passwordHash': 'a secret; that there is one is said',
  'plans.name': 'nobody’s',
  'sections.name': 'nobody’s',
  'tags.name': 'nobody’s',
  'institutions.name': 'an institution’s',
  'institutions.emailDomains': 'an institution’s',
  'authors.name': 'published',
};

const tells =
  /user|actorId|giver|opener|editorId|writer|createdBy|startedBy|impersonated|e?mail|address|^name$|fingerprint|agent|place$|stripeCustomer|subjectId|seenAt|label|requestHash|passwordHash/i;

let town: TestTown;
let reader: Tokens;

beforeAll(async () => {
  town = await startTestTown({ TERMS_URL: 'https://x.test/terms', TERMS_VERSION: '2026-11' });
  const admin = await town.staff('admin');
  const plan = await sell(town, admin, 'pro', [aYear]);
  await publish(town, admin, { slug: 'metered', gate: 'metered' });
  await publish(town, admin, { slug: 'members', gate: 'members' });
  reader = await joinAs(town, email, goodPassword, 'Leonora Vanishing');
  await live(plan.yearly);
});

afterAll(() => town.close());

const rows = (query: string): Promise<unknown> => town.app.get(Database).pool.query(query);

/** A life in which something of everything happens. */
async function live(priceId: string): Promise<void> {
  const { id } = reader.user;
  await town.ask('POST', '/api/v1/auth/login', {
    body: { email, password: goodPassword },
    headers: { 'user-agent': device },
  });
  await town.ask('GET', '/api/v1/articles/metered', { token: reader.accessToken });
  const opened = await town.ask('POST', '/api/v1/billing/checkout-sessions', {
    token: reader.accessToken,
    body: { priceId, acceptedTerms: '2026-11', articleSlug: 'members' },
  });
  await pay(town, sessionIn((opened.body as { url: string }).url));
  await settled(town.app.get(Jobs));
  await give(town, reader.accessToken, 'members');
  await rows(`insert into gift_openings select id, '${id}', now() from gifts`);
  const path = `/api/v1/admin/members/${id}`;
  const token = await town.staff('admin');
  await town.ask('POST', `${path}/notes`, { token, body: { text: note } });
  await town.ask('PUT', `${path}/labels`, { token, body: { labels: ['press-club'] } });
  const file = `email,name,labels\n${email.toUpperCase()},Leonora Vanishing,press-club\n`;
  await bring(town, token, `${file}${someAddress('another')},Somebody Else,\n`);
  await settled(town.app.get(Jobs));
  await rows(`
    insert into authenticators ("userId", "nextSecret", "createdAt") values ('${id}', '${sealed}', now());
    insert into recovery_codes (id, "userId", "codeHash") values ('${randomUUID()}', '${id}', '${sealed}');
    insert into passkeys (id, "userId", "credentialId", "publicKey", counter, transports, name, "backedUp", "createdAt")
      values ('${randomUUID()}', '${id}', '${sealed}', '${sealed}', 1, '{usb}', 'Leonora’s key', true, now());
    insert into challenges (id, kind, "userId", secret, "createdAt", "expiresAt")
      values ('${randomUUID()}', 'passkey_registration', '${id}', '${sealed}', now(), now());
    insert into trial_uses (id, "userId", "addressHash", "laterAddressHashes", "cardFingerprint", "membershipId", "startedAt")
      select id, "userId", 'a digest', '{another}', '${card}', id, now() from memberships where "userId" = '${id}';
    insert into known_places values ('${id}', '${sealed}', now()) on conflict do nothing`);
  await town.ask('POST', '/api/v1/me/proof/mail', { token: reader.accessToken });
}

async function signIn(): Promise<void> {
  const { body } = await town.ask('POST', '/api/v1/auth/login', {
    body: { email, password: goodPassword },
  });
  reader = { ...reader, ...(body as Tokens) };
}

const take = (token = reader.accessToken) => town.ask('GET', '/api/v1/me/export', { token });

function at(path: string, whole: unknown): unknown {
  return path
    .split('.')
    .reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], whole);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 0 ||
  (Array.isArray(value) && value.length === 0);

describe('A reader who asks what is held of her', () => {
  it('gets it as one file, which nobody keeps on the way', async () => {
    const { status, headers, text } = await take();
    expect(status, text).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(headers.get('content-disposition')).toBe('attachment; filename="broadsheet.json"');
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('finds in it something from every column that leads to her', async () => {
    const { body } = await take();
    const empty = Object.entries(given).filter(([, path]) => isEmpty(at(path, body)));
    expect(empty).toEqual([]);
    expect(at('account.notes.0.text', body)).toBe(note);
    expect(at('account.account.labels', body)).toEqual(['press-club']);
    expect(at('account.broughtLines', body)).toMatchObject([
      { email, name: 'Leonora Vanishing', labels: 'press-club', plan: null, until: null },
    ]);
    expect(at('billing.customers.0.stripeCustomerId', body)).toBe(customerOf(town, reader.user.id));
  });

  it('is told of every such column that there is: a new one must be given or have a reason', async () => {
    const { rows: columns } = await town.app.get(Database).pool.query<{
      name: string;
      refers: boolean;
    }>(`
      select format('%s.%s', c.table_name, c.column_name) as name, exists (
        select from pg_constraint where contype = 'f' and confrelid = 'users'::regclass
          and conrelid = c.table_name::regclass and conkey[1] = c.ordinal_position) as refers
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name !~ '^_'`);
    const personal = columns
      .filter(({ name, refers }) => refers || tells.test(name.split('.')[1] ?? ''))
      .map(({ name }) => name);
    const known = [...Object.keys(given), ...Object.keys(notGiven)];
    expect(personal.filter((name) => !known.includes(name))).toEqual([]);
    const all = columns.map(({ name }) => name);
    expect(known.filter((name) => !all.includes(name))).toEqual([]);
  });

  it('is given no secret, not even a digest of one', async () => {
    const { text } = await take();
    expect(text).not.toContain(sealed);
    expect(text).not.toContain(Buffer.from(sealed).toString('base64'));
    expect(text).not.toMatch(
      /argon2|codeHash|tokenHash|passwordHash|"secret"|publicKey|credentialId/,
    );
  });

  it('has to show first that she is the owner, where she has not for ten minutes', async () => {
    town.advance(11 * 60);
    await signInOnlyByToken();
    const refused = await take();
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'auth/fresh-proof-required' });
    expect((await town.ask('GET', '/api/v1/me/export')).status).toBe(401);
  });

  async function signInOnlyByToken(): Promise<void> {
    const { refreshToken } = reader;
    const { body } = await town.ask('POST', '/api/v1/auth/refresh', { body: { refreshToken } });
    reader = { ...reader, ...(body as Tokens) };
  }
});

describe('When she has gone', () => {
  it('nothing of her person is left in any table', async () => {
    await signIn();
    await proveFreshly(town, reader.accessToken);
    const left = await town.ask('DELETE', '/api/v1/me', {
      token: reader.accessToken,
      body: { confirm: email },
    });
    expect(left.status, left.text).toBe(204);
    await town.mailbox();
    for (const trace of [email, 'Leonora', device, note, sealed]) {
      expect(await whereIsWritten(town, trace), trace).toEqual([]);
    }
    expect(await whereIsWritten(town, card), 'so that nobody has two trials').toEqual([
      'public.trial_uses',
    ]);
  });

  it('what is left that leads to her account is the books, without a name', async () => {
    const left: string[] = [];
    for (const name of Object.keys(given)) {
      const [table = '', column = ''] = name.split('.');
      if (!/^(userId|giverId|openerId)$/.test(column)) continue;
      const { rowCount } = await town.app
        .get(Database)
        .pool.query(`select 1 from ${table} where "${column}" = '${reader.user.id}'`);
      if (rowCount !== 0) left.push(table);
    }
    const walls = await rows('select 1 from checkouts where "articleId" is not null');
    expect(walls, 'at whose wall she bought').toMatchObject({ rowCount: 0 });
    expect(left.toSorted()).toEqual([
      'billing_letters',
      'checkouts',
      'consents',
      'invoices',
      'ledger_lines',
      'memberships',
      'stripe_customers',
      'trial_uses',
    ]);
  });
});
