/** Whoever tries one password on many accounts is stopped at her address, and seen wherever she comes from. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import {
  guess,
  logIn,
  someAccount,
  someAddressOnTheNet,
  tight,
  waitOf,
} from '../support/limited-town.js';
import { goodPassword, someAddress } from '../support/readers.js';

/** Seconds. */
const hour = 60 * 60;

let town: TestApp;

/** A tenth of everything: one wrong password for an account from a place, ten from a place, ten in a row for an account. */
beforeAll(async () => {
  town = await startTestApp(tight(0.1));
});

afterAll(() => town.close());

describe('Whoever tries many accounts', () => {
  it('is stopped at her address, whichever account she tries next', async () => {
    const there = someAddressOnTheNet();
    for (let time = 0; time < 10; time += 1) {
      expect((await guess(town, someAddress(), there)).status).toBe(401);
    }
    const mira = await someAccount(town);
    waitOf(await guess(town, mira, there));
    waitOf(await guess(town, someAddress(), there));
    expect((await logIn(town, mira, someAddressOnTheNet())).status).toBe(200);
  });

  it.each([
    ['203.0.113.', 4, '203.0.114.1'],
    ['2001:db8:77:', 6, '2001:db8:78::1'],
  ])('is stopped in her network, wherever in it: %s', async (network, family, elsewhere) => {
    const hostAt = (host: number) => (family === 4 ? `${network}${host}` : `${network}${host}::1`);
    for (let time = 0; time < 30; time += 1) {
      expect((await guess(town, someAddress(), hostAt(1 + (time % 3)))).status).toBe(401);
    }
    waitOf(await guess(town, someAddress(), hostAt(200)));
    expect((await guess(town, someAddress(), elsewhere)).status).toBe(401);
  });
});

describe('Spraying', () => {
  let sprayed: TestApp;
  let admin: string;

  beforeAll(async () => {
    sprayed = await startTestApp(tight(0.1));
    admin = someAddress('admin');
    await sprayed.app.get(AccountAdminService, { strict: false }).createStaff({
      email: admin,
      password: goodPassword,
      name: 'Ada',
      roles: ['admin'],
    });
  });

  afterAll(() => sprayed.close());

  async function fail(times: number, address?: string): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const { status } = await guess(sprayed, someAddress(), address ?? someAddressOnTheNet());
      expect(status).toBe(401);
    }
  }

  const entries = async () =>
    (
      await sprayed.app.get(Database).pool.query<Record<string, unknown>>(
        `select detail, address, "subjectId" from audit_entries
        where action = 'security.spraying' order by at`,
      )
    ).rows;

  const warned = async () =>
    (await sprayed.mailbox())
      .filter(({ subject }) => subject === 'Somebody is trying passwords')
      .map(({ to }) => to);

  it('over many accounts from one address is told to the admins, once an hour', async () => {
    const there = '198.51.100.9';
    await fail(2, there);
    expect(await entries()).toEqual([]);
    await fail(1, there);
    const [entry] = await entries();
    expect(entry).toMatchObject({
      address: there,
      detail: { sign: 'accounts', moreThan: 2, withinSeconds: hour },
    });
    expect(entry?.['subjectId']).toMatch(/^[\w-]{43}$/);
    await fail(5, there);
    expect(await entries()).toHaveLength(1);
    expect(await warned()).toEqual([admin]);
    sprayed.advance(hour);
    await fail(3, there);
    expect(await entries()).toHaveLength(2);
    expect(await warned()).toEqual([admin, admin]);
  });

  it('from many addresses, none of which stands out, is told as well', async () => {
    sprayed.advance(2 * hour);
    const before = await entries();
    await fail(50);
    expect(await entries()).toEqual(before);
    await fail(1);
    expect((await entries()).slice(before.length)).toMatchObject([
      { detail: { sign: 'failures', moreThan: 50, withinSeconds: hour } },
    ]);
  });
});
