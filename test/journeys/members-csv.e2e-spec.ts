/** A publication moves in with its readers: files of members are brought, taken in, told of, and taken along. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { reportOf, rowsOf, takenIn } from '../support/csv.js';
import { type MemberDesk, openMemberDesk } from '../support/member-desk.js';
import { codeIn, lastMailTo, someAddress } from '../support/readers.js';
import type { TestTown } from '../support/town.js';

interface Found {
  id: string;
  email: string;
  name: string | null;
  labels: string[];
  roles: string[];
  membership: { state: string; plan: { slug: string } | null };
}

const members = '/api/v1/admin/members';

let desk: MemberDesk;
let town: TestTown;
let admin: string;

beforeAll(async () => {
  desk = await openMemberDesk();
  ({ town } = desk);
  admin = await town.staff('admin');
});
afterAll(() => town.close());

async function find(words: string): Promise<Found | undefined> {
  const answer = await desk.ask('GET', `${members}?q=${encodeURIComponent(words)}`);
  return (answer.body as { items: Found[] }).items[0];
}

describe('A reader who is brought in a file', () => {
  it('has an account, her labels and her membership, and signs in by mail', async () => {
    const email = someAddress('brought');
    const until = desk.inDays(30);
    const done = await takenIn(desk, [
      'email,name,labels,plan,until',
      `${email.toUpperCase()},"Mira, of the mill",press-club;VIP,pro,${until}`,
    ]);
    expect(done).toMatchObject({ status: 'done', total: 1, created: 1, refused: 0 });
    expect(await find(email)).toMatchObject({
      name: 'Mira, of the mill',
      labels: ['press-club', 'vip'],
      roles: [],
      membership: { state: 'active', plan: { slug: 'pro' } },
    });
    expect((await town.mailbox()).filter(({ to }) => to === email)).toEqual([]);
    await town.ask('POST', '/api/v1/auth/magic-link', { body: { email } });
    const code = codeIn(await lastMailTo(town, email));
    const signedIn = await town.ask('POST', '/api/v1/auth/magic-link/redeem', {
      body: { email, code },
    });
    expect([signedIn.status, signedIn.body]).toMatchObject([
      200,
      { user: { name: 'Mira, of the mill' } },
    ]);
  });

  it('keeps what the file does not say, and her roles', async () => {
    const email = someAddress('known');
    await takenIn(desk, ['email,name,labels', `${email},Mira,early`]);
    const { id = '' } = (await find(email)) ?? {};
    const { pool } = town.app.get(Database);
    await pool.query(`update users set roles = '{editor}' where id = $1`, [id]);
    expect(await takenIn(desk, ['email,name,labels', `${email},,late`])).toMatchObject({
      changed: 1,
    });
    const she = { id, name: 'Mira', labels: ['early', 'late'], roles: ['editor'] };
    expect(await find(email)).toMatchObject(she);
    const again = await takenIn(desk, ['email,name,labels', `${email},Mira,early`]);
    expect(again).toMatchObject({ unchanged: 1, changed: 0 });
    const renamed = await takenIn(desk, ['name,email', `Mira Stone,${email}`]);
    expect(renamed).toMatchObject({ changed: 1 });
    expect(await find(email)).toMatchObject({ ...she, name: 'Mira Stone' });
  });

  it('gets the new end of what was given to her, once', async () => {
    const email = someAddress('given');
    const line = (until: string) => ['email,plan,until', `${email},pro,${until}`];
    const later = desk.inDays(60);
    expect(await takenIn(desk, line(desk.inDays(30)))).toMatchObject({ created: 1 });
    expect(await takenIn(desk, line(later))).toMatchObject({ changed: 1 });
    expect(await takenIn(desk, line(later))).toMatchObject({ unchanged: 1 });
    const { id = '' } = (await find(email)) ?? {};
    const file = await desk.fileOf({ id, token: '' });
    expect(file.memberships).toHaveLength(1);
  });
});

describe('A line that cannot be taken in', () => {
  it('is told of with its number and why, and the others are taken in', async () => {
    const [good, banned] = [someAddress('good'), await desk.someReader()];
    const payer = await desk.someMember();
    await desk.ask('POST', `${members}/${banned.id}/ban`, { reason: 'spam' });
    const emailOf = async ({ id }: { id: string }) => (await find(id))?.email ?? '';
    const [bannedEmail, payerEmail] = [await emailOf(banned), await emailOf(payer)];
    const until = desk.inDays(30);
    const done = await takenIn(desk, [
      'email,name,labels,plan,until',
      `${good},Good,,,`,
      `nobody,,,,`,
      `${someAddress()},${'x'.repeat(101)},,,`,
      `${good.toUpperCase()},Again,,,`,
      `${bannedEmail},Other,,,`,
      `${payerEmail},Other,new-label,pro,${until}`,
      `${someAddress()},,,nowhere,${until}`,
      `${someAddress()},,,pro,2020-01-31`,
      `${someAddress()},,,pro,soon`,
      `${someAddress()},,,pro,`,
      `${someAddress()},,not a label,,`,
      `${someAddress()}`,
    ]);
    expect(done).toMatchObject({ status: 'done', total: 12, created: 1, refused: 11 });
    const [head, ...lines] = await reportOf(desk, done);
    expect(head).toEqual(['line', 'email', 'outcome', 'message']);
    expect(lines.map(([line, , outcome]) => [line, outcome])).toEqual(
      Array.from({ length: 11 }, (_, at) => [String(at + 3), 'refused']),
    );
    expect(lines.map(([, , , message]) => message)).toEqual([
      expect.stringContaining('address is none'),
      expect.stringContaining('name'),
      expect.stringContaining('same address'),
      expect.stringContaining('banned'),
      expect.stringContaining('She pays'),
      expect.stringContaining('no plan'),
      expect.stringContaining('not to come'),
      expect.stringContaining('date is none'),
      expect.stringContaining('until when'),
      expect.stringContaining('labels'),
      expect.stringContaining('fields'),
    ]);
    // What is refused is refused as a whole.
    expect(await find(payerEmail)).toMatchObject({ name: 'Mira', labels: [] });
  });

  it('repeats its address in the report as words, never as a formula', async () => {
    const done = await takenIn(desk, [
      'email',
      '=HYPERLINK("http://evil.test")'.replaceAll('"', "'"),
    ]);
    const { text, headers } = await desk.ask('GET', `${members}/imports/${done.id}/report`);
    expect(text).toContain(`,'=HYPERLINK`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('A dry run', () => {
  it('says what would become of each line, and does nothing', async () => {
    const [fresh, known] = [someAddress('fresh'), someAddress('known')];
    await takenIn(desk, ['email,name', `${known},Mira`]);
    const lines = [
      'email,name,plan,until',
      `${fresh},Fresh,pro,${desk.inDays(9)}`,
      `${known},Other,pro,${desk.inDays(9)}`,
      'nobody,,,',
    ];
    const dry = await takenIn(desk, lines, '?dryRun=true');
    const counts = { total: 3, created: 1, changed: 1, refused: 1, status: 'done' };
    expect(dry).toMatchObject({ ...counts, dryRun: true });
    expect(await find(fresh)).toBeUndefined();
    expect(await find(known)).toMatchObject({ name: 'Mira', membership: { state: 'none' } });
    expect(await takenIn(desk, lines)).toMatchObject({ ...counts, dryRun: false });
    expect(await find(known)).toMatchObject({ name: 'Other', membership: { state: 'active' } });
  });
});

describe('A publication that takes its members along', () => {
  it('gets all of them, with nothing in the file that calculates', async () => {
    const email = someAddress('sly');
    const until = desk.inDays(20);
    await takenIn(desk, ['email,name,labels,plan,until', `${email},"'=1+1",a;b,pro,${until}`]);
    const file = await town.ask('GET', `${members}/export`, { token: admin });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="members.csv"');
    expect(file.headers.get('cache-control')).toBe('private, no-store');
    expect(file.text).toContain(`${email},'=1+1,active,pro,${until},a;b,`);
    const [head, ...rows] = await rowsOf(file);
    expect(head).toEqual('email,name,state,plan,until,labels,createdAt,id'.split(','));
    const { pool } = town.app.get(Database);
    const { rows: count } = await pool.query<{ n: number }>(
      'select count(*)::int as n from users where "deletedAt" is null',
    );
    expect(rows).toHaveLength(count[0]?.n ?? -1);
    expect(new Set(rows.map((row) => row.at(-1))).size).toBe(rows.length);
  });

  it('gets those whom she asked for, and brings them back unchanged', async () => {
    const [label, email] = ['take-along', someAddress('along')];
    await takenIn(desk, ['email,labels', `${email},${label}`]);
    const file = await town.ask('GET', `${members}/export?label=${label}`, { token: admin });
    expect(await rowsOf(file)).toHaveLength(2);
    const back = await takenIn(desk, [file.text]);
    expect(back).toMatchObject({ total: 1, unchanged: 1 });
    const entries = await desk.ask('GET', '/api/v1/admin/audit?action=members.exported');
    expect((entries.body as { items: object[] }).items[0]).toMatchObject({ subject: 'members' });
    const head = await town.ask('HEAD', `${members}/export`, { token: admin });
    expect([head.status, head.text]).toEqual([200, '']);
    const after = await desk.ask('GET', '/api/v1/admin/audit?action=members.exported');
    expect(after.text).toBe(entries.text);
  });
});
