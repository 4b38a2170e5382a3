/** The meter's terms: what admins set, when a window begins and ends, what is left out. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AdjustableClock } from '../../src/platform/clock/adjustable-clock.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { MeteredReader } from '../support/metered-reader.js';
import { type MeteredTown, startMeteredTown } from '../support/metered-town.js';
import { joinAs } from '../support/readers.js';
import { publish } from '../support/town.js';

const day = 24 * 60 * 60;

let town: MeteredTown;
let slugs: string[];
let clock: AdjustableClock;

beforeAll(async () => {
  town = await startMeteredTown(6);
  ({ slugs } = town);
  clock = town.app.get(Clock) as AdjustableClock;
  await town.ask('POST', '/api/v1/admin/sections', {
    token: town.admin,
    body: { slug: 'service', name: 'Service' },
  });
  await publish(town, town.admin, { slug: 'in-service', gate: 'metered', section: 'service' });
});

afterAll(() => town.close());

const usual = {
  anonymousLimit: 3,
  registeredLimit: 3,
  windowDays: 30,
  timeZone: 'UTC',
  exemptSections: [],
  cookielessLimit: 1,
  networkLimit: 100,
};

beforeEach(async () => {
  clock.setTo(new Date(Date.now()));
  await town.setMeter(usual);
});

const show = async () =>
  (await town.ask('GET', '/api/v1/admin/settings/meter', { token: town.admin })).body;

const put = (body: object) =>
  town.ask('PUT', '/api/v1/admin/settings/meter', { token: town.admin, body });

/** Three articles read; then she has none left. */
async function somebodyUsedUp(): Promise<MeteredReader> {
  const anna = new MeteredReader(town);
  expect(await anna.readsOf(slugs.slice(0, 4))).toBe(3);
  return anna;
}

describe("the meter's settings", () => {
  it('are shown whole, and what a client does not name stays as it is', async () => {
    const whole = {
      ...usual,
      window: 'rolling-days',
      windowDays: 7,
      timeZone: 'Europe/Berlin',
      exemptSections: ['service'],
      cookielessLimit: 0,
      networkLimit: 50,
    };
    const answer = await put(whole);
    expect([answer.status, answer.body]).toEqual([200, whole]);
    const older = { anonymousLimit: 1, registeredLimit: 2, window: 'calendar-month' };
    expect((await put(older)).body).toEqual({ ...whole, ...older });
    expect(await show()).toEqual({ ...whole, ...older });
  });

  it.each([
    ['timeZone', 'Europe/Atlantis'],
    ['timeZone', '+02:00'],
    ['timeZone', ''],
    ['timeZone', null],
    ['exemptSections', ['service', 'nowhere']],
    ['exemptSections', null],
    ['exemptSections', ['service', 'service']],
    ['window', 'fortnight'],
    ['windowDays', 0],
    ['windowDays', 367],
    ['windowDays', null],
    ['cookielessLimit', -1],
    ['networkLimit', 0],
    ['networkLimit', 1.5],
  ])('are refused with %s %j', async (field, value) => {
    const before = await show();
    const { status, body } = await put({
      anonymousLimit: 1,
      registeredLimit: 2,
      window: 'calendar-month',
      [field]: value,
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ field }] });
    expect(await show()).toEqual(before);
  });
});

describe('the calendar month', () => {
  it('ends at midnight in the time zone of the site, to the millisecond', async () => {
    await town.setMeter({ timeZone: 'America/New_York' });
    // Until the second, New York is on summer time.
    clock.setTo(new Date('2027-10-31T12:00:00Z'));
    const anna = await somebodyUsedUp();
    const { access } = await anna.open('metered-4');
    expect(access.meter?.resetsAt).toBe('2027-11-01T04:00:00.000Z');
    clock.setTo(new Date('2027-11-01T03:59:55Z'));
    expect(await anna.reads('metered-4')).toBe(false);
    clock.setTo(new Date('2027-11-01T04:00:00Z'));
    expect(await anna.reads('metered-4')).toBe(true);
  });

  it('is not refilled by another time zone, another window, or a clock that goes back', async () => {
    clock.setTo(new Date('2027-06-01T05:00:00Z'));
    const anna = await somebodyUsedUp();
    for (const change of [
      { timeZone: 'Pacific/Kiritimati' },
      { timeZone: 'America/New_York' },
      { window: 'rolling-days', windowDays: 1 },
      { window: 'calendar-month', timeZone: 'UTC' },
    ]) {
      await town.setMeter(change);
      expect(await anna.reads('metered-4')).toBe(false);
    }
    for (const earlier of [
      '2027-05-31T23:00:00Z',
      '2027-05-01T00:00:00Z',
      '2026-12-24T00:00:00Z',
    ]) {
      clock.setTo(new Date(earlier));
      expect(await anna.reads('metered-4')).toBe(false);
      expect(await anna.reads('metered-1')).toBe(true);
    }
  });
});

describe('rolling days', () => {
  it('give back each unit as many days after it was spent', async () => {
    await town.setMeter({ window: 'rolling-days', windowDays: 7 });
    const start = new Date('2027-03-25T12:00:00Z').getTime();
    const moveTo = (seconds: number) => clock.setTo(new Date(start + seconds * 1000));
    const anna = new MeteredReader(town);
    for (const [index, slug] of slugs.slice(0, 3).entries()) {
      moveTo(index * day);
      expect(await anna.reads(slug)).toBe(true);
    }
    const { access } = await anna.open('metered-4');
    expect(access).toMatchObject({ denial: 'meter-exhausted', meter: { windowDays: 7 } });
    const resetsAt = new Date(access.meter?.resetsAt ?? '').getTime();
    expect(Math.abs(resetsAt - start - 7 * day * 1000)).toBeLessThan(2_000);
    clock.setTo(new Date(resetsAt - 1_000));
    expect(await anna.reads('metered-4')).toBe(false);
    clock.setTo(new Date(resetsAt));
    expect(await anna.reads('metered-4')).toBe(true);
    expect(await anna.reads('metered-5')).toBe(false);
  });

  it('are full for a registered reader who has spent nothing', async () => {
    await town.setMeter({ window: 'rolling-days', windowDays: 7 });
    const { accessToken: token } = await joinAs(town);
    const { body } = await town.ask('GET', '/api/v1/me', { token });
    expect(body).toMatchObject({ meter: { limit: 3, used: 0, remaining: 3, windowDays: 7 } });
  });
});

describe('an exempt section', () => {
  it('is open to everybody, counted for nobody, and may be kept like what is public', async () => {
    await town.setMeter({ exemptSections: ['service'] });
    const anna = await somebodyUsedUp();
    const answer = await anna.ask('GET', '/api/v1/articles/in-service');
    expect(answer.body).toMatchObject({
      gate: 'public',
      bodyHtml: expect.stringContaining('behind the wall') as string,
      access: { granted: true, via: 'public', meter: null },
    });
    expect(answer.headers.get('cache-control')).toContain('public');
    expect(answer.headers.get('set-cookie')).toBeNull();
    await town.setMeter({ exemptSections: [] });
    expect(await anna.reads('in-service')).toBe(false);
  });
});

describe('where strangers are given nothing', () => {
  it('she is not counted, and her answer is what all of them get', async () => {
    await town.setMeter({ anonymousLimit: 0 });
    const anna = new MeteredReader(town);
    const { headers, body } = await anna.ask('GET', '/api/v1/articles/metered-1');
    expect(body).toMatchObject({ access: { denial: 'sign-in-required', meter: null } });
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('cache-control')).toContain('public');
  });
});

describe('when a unit cannot be written', () => {
  afterEach(() => town.asOwner('drop trigger if exists no_reads on meter_reads'));

  it('nobody is given the text, and the next request is counted as usual', async () => {
    await town.asOwner(`
      create or replace function refuse_reads() returns trigger language plpgsql as $$
      begin raise exception 'the disk is full'; end $$`);
    await town.asOwner(
      'create trigger no_reads before insert on meter_reads for each row execute function refuse_reads()',
    );
    const anna = new MeteredReader(town);
    const mira = new MeteredReader(town);
    mira.token = (await joinAs(town)).accessToken;
    for (const reader of [anna, mira]) {
      for (const path of ['/api/v1/articles/metered-1', '/articles/metered-1']) {
        if (reader === mira && path.startsWith('/articles')) continue;
        const { status, text, headers } = await reader.ask('GET', path);
        expect(status).toBeGreaterThanOrEqual(500);
        expect(text).not.toContain('behind the wall');
        expect(text).not.toContain('disk');
        expect(headers.get('cache-control')).not.toContain('public');
      }
    }
    await town.asOwner('drop trigger no_reads on meter_reads');
    expect((await mira.open('metered-1')).access.meter).toMatchObject({ used: 1 });
    expect((await anna.open('metered-1')).access.granted).toBe(true);
  });
});
