/** Files that are long, broken, or none of members at all; and what is left of them. */
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORGET_IMPORT_LINES } from '../../src/admin/members/csv/forget-import-lines.job.js';
import { MemberIntake } from '../../src/admin/members/csv/member-intake.service.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { type Brought, type Import, bring, importOf, reportOf, takenIn } from '../support/csv.js';
import { type MemberDesk, openMemberDesk } from '../support/member-desk.js';
import { someAddress } from '../support/readers.js';
import type { TestTown } from '../support/town.js';

const members = '/api/v1/admin/members';
const day = 24 * 60 * 60;

let desk: MemberDesk;
let town: TestTown;
let admin: string;

beforeAll(async () => {
  desk = await openMemberDesk();
  ({ town } = desk);
  admin = await town.staff('admin');
});
afterAll(() => town.close());

const refusal = ({ status, body }: Brought): unknown => [status, (body as { code: string }).code];

describe('A long file', () => {
  it('is taken in piece by piece, each line once, and found in the list of imports', async () => {
    const at = someAddress('crowd');
    const emails = Array.from({ length: 450 }, (_, number) => `a${number}.${at}`);
    const done = await takenIn(desk, ['email', ...emails]);
    expect(done).toMatchObject({ status: 'done', total: 450, created: 450 });
    const list = await desk.ask('GET', `${members}/imports?limit=1`);
    expect((list.body as { items: Import[] }).items).toMatchObject([{ id: done.id }]);
    expect(await takenIn(desk, ['email', ...emails])).toMatchObject({ unchanged: 450, created: 0 });
  });

  it('is taken in once where two processes take it in, and where one begins it anew', async () => {
    const at = someAddress('twice');
    const until = desk.inDays(5);
    const lines = Array.from({ length: 150 }, (_, number) => `a${number}.${at},pro,${until}`);
    const begun = await bring(town, admin, ['email,plan,until', ...lines].join('\n'));
    const { id } = begun.body as Import;
    const intake = town.app.get(MemberIntake, { strict: false });
    const takeIn = async (): Promise<void> => {
      for (let size = 40; size > 0; size = await intake.step(id, size));
    };
    await Promise.all([takeIn(), takeIn(), takeIn()]);
    await takeIn();
    await town.mailbox();
    expect(await importOf(desk, id)).toMatchObject({ status: 'done', total: 150, created: 150 });
    const { pool } = town.app.get(Database);
    const held = await pool.query(
      `select 1 from memberships m join users u on u.id = m."userId" where u.email like '%' || $1`,
      [at],
    );
    expect(held.rowCount).toBe(150);
    const told = await desk.ask('GET', `/api/v1/admin/audit?subject=member-import&subjectId=${id}`);
    expect((told.body as { items: object[] }).items).toHaveLength(2);
  });

  it('goes on past a line that cannot be written, and says so', async () => {
    const { pool } = town.app.get(Database);
    await town.asOwner(
      `alter table users add constraint no_herons check (name <> 'Heron') not valid`,
    );
    const at = someAddress('heron');
    const done = await takenIn(desk, [
      'email,name',
      `a.${at},Ann`,
      `b.${at},Heron`,
      `c.${at},Cora`,
    ]);
    expect(done).toMatchObject({ status: 'done', created: 2, refused: 1 });
    expect((await reportOf(desk, done))[1]).toEqual([
      '3',
      `b.${at}`,
      'refused',
      expect.stringContaining('could not be taken in'),
    ]);
    const { rowCount } = await pool.query(`select 1 from users where email like '%' || $1`, [at]);
    expect(rowCount).toBe(2);
    await town.asOwner('alter table users drop constraint no_herons');
  });

  it('leaves no word of anybody in the audit, and after a week none in its lines', async () => {
    const email = someAddress('private');
    const done = await takenIn(desk, ['email,name', `${email},Privy`, 'nobody-at-all,Privy']);
    const { pool } = town.app.get(Database);
    const audit = await pool.query('select to_jsonb(a)::text as entry from audit_entries a');
    expect(JSON.stringify(audit.rows)).not.toContain(email);
    expect(JSON.stringify(audit.rows)).not.toContain('Privy');
    const entries = await desk.ask('GET', '/api/v1/admin/audit?subject=member-import');
    expect((entries.body as { items: object[] }).items[0]).toMatchObject({
      action: 'members.imported',
      subjectId: done.id,
      detail: { total: 2, created: 1, refused: 1 },
    });
    expect(await reportOf(desk, done)).toContainEqual(expect.arrayContaining(['nobody-at-all']));
    town.advance(8 * day);
    await town.app.get(Jobs).enqueue(FORGET_IMPORT_LINES, {});
    await town.mailbox();
    const kept = await pool.query(
      `select fields::text from member_import_lines where "importId" = $1`,
      [done.id],
    );
    expect(kept.rows).toEqual([{ fields: '{}' }, { fields: '{}' }]);
    expect((await reportOf(desk, done))[1]?.slice(0, 3)).toEqual(['3', '', 'refused']);
  });
});

describe('A file that is none of members', () => {
  it.each([
    ['', 'members/unreadable-file'],
    ['email', 'members/unreadable-file'],
    ['name\nMira', 'members/no-email-column'],
    ['email,password\na@town.test,x', 'members/unknown-column'],
    ['email,email\na@town.test,b@town.test', 'members/column-twice'],
    ['email\n"a@town.test', 'members/unreadable-file'],
    [Uint8Array.from([0x65, 0xff, 0x0a]), 'members/unreadable-file'],
  ])('%j is refused as a whole: %s', async (file, code) => {
    expect(refusal(await bring(town, admin, file))).toEqual([422, code]);
  });

  it('is refused when it is too long, or is no CSV at all', async () => {
    const long = await bring(town, admin, 'x'.repeat(10 * 1024 * 1024 + 1));
    expect(refusal(long)).toEqual([413, 'request/too-large']);
    // Without a word about its length.
    const endless = Readable.from(Array.from({ length: 11 }, () => Buffer.alloc(1024 * 1024, 'x')));
    const counted = await fetch(`${town.url}${members}/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'text/csv' },
      body: Readable.toWeb(endless) as ReadableStream,
      duplex: 'half',
    } as RequestInit);
    expect(counted.status).toBe(413);
    const json = await bring(town, admin, '{}', { type: 'application/json' });
    expect(refusal(json)).toEqual([415, 'request/unsupported-media-type']);
    const elsewhere = await fetch(`${town.url}/api/v1/admin/plans`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'text/csv' },
      body: 'email',
    });
    expect(elsewhere.status).toBe(415);
    expect((await bring(town, admin, 'email', { query: '?dryRun=yes' })).status).toBe(400);
  });

  it('is not read where somebody else sends it', async () => {
    const editor = await town.staff('editor');
    const file = 'email\na@town.test';
    expect((await bring(town, editor, file)).status).toBe(403);
    expect((await bring(town, 'x.y.z', 'x'.repeat(1_000_000))).status).toBe(401);
    for (const path of ['/export', '/imports']) {
      const refused = await town.ask('GET', `${members}${path}`, { token: editor });
      expect(refused.status).toBe(403);
    }
  });
});

describe('A file that no job brings to its end', () => {
  it('is given up after a month, and keeps nothing of those whom it names', async () => {
    const done = await takenIn(desk, ['email,name', `${someAddress('stuck')},Stuck`]);
    const { pool } = town.app.get(Database);
    await pool.query(
      `update member_imports set status = 'running', "endedAt" = null where id = $1`,
      [done.id],
    );
    const afterNights = async (days: number): Promise<unknown> => {
      town.advance(days * day);
      await town.app.get(Jobs).enqueue(FORGET_IMPORT_LINES, {});
      await town.mailbox();
      const { rows } = await pool.query(
        `select status, fields <> '{}' as tells from member_imports i
         join member_import_lines l on l."importId" = i.id where i.id = $1`,
        [done.id],
      );
      return rows[0];
    };
    expect(await afterNights(29)).toEqual({ status: 'running', tells: true });
    expect(await afterNights(2)).toEqual({ status: 'failed', tells: false });
  });
});
