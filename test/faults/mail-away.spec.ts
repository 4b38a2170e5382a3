/** The mail server is away or hangs: people sign up and buy as ever, and their mail comes once it is back. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hurryJobs } from '../support/our-books.js';
import type { Person } from '../support/place.js';
import { goodPassword, someAddress } from '../support/readers.js';
import { EdgeTown } from './edge-town.js';
import { quantile, tell } from './fault-figures.js';
import { FickleMail } from './fickle-mail.js';

let town: EdgeTown;
let buyers: Person[];
const mail = new FickleMail();

beforeAll(async () => {
  town = await EdgeTown.start();
  buyers = [await town.join(), await town.join()];
  await town.terminate();
  await town.run({ SMTP_URL: await mail.listen() });
});
afterAll(async () => {
  await town.close();
  await mail.goAway();
});

/** @returns milliseconds until she reads what she has paid for */
async function readsAfterPaying(buyer: Person): Promise<number> {
  await town.pay(await town.checkout(buyer));
  const began = performance.now();
  for (; performance.now() - began < 15_000; await pause(20)) {
    const { body } = await town.ask('GET', '/api/v1/me/membership', { token: buyer.token });
    if ((body as { access: boolean }).access) return performance.now() - began;
  }
  return Infinity;
}

describe('a mail server that', () => {
  it.each([
    ['hangs', 0, () => mail.hold(true), () => mail.hold(false)],
    ['is away', 1, () => mail.goAway(), () => mail.listen()],
  ])('%s keeps nobody from signing up, and no webhook waiting', async (what, which, fail, mend) => {
    const buyer = buyers[which];
    if (buyer === undefined) throw new Error('Nobody is there to buy.');
    await fail();
    const before = mail.taken.length;
    const newcomers = Array.from({ length: 8 }, () => someAddress('newcomer'));
    const waits: number[] = [];
    for (const email of newcomers) {
      const began = performance.now();
      const { status } = await town.ask('POST', '/api/v1/auth/register', {
        body: { email, password: goodPassword, name: 'Nell' },
      });
      waits.push(performance.now() - began);
      expect(status).toBe(202);
    }
    const reads = await readsAfterPaying(buyer);
    const { connections } = mail;
    expect(mail.taken.length).toBe(before);
    await mend();
    const back = performance.now();
    // Those under way hang until their time is over; those that failed wait for their next try.
    while (newcomers.some((email) => !mail.taken.includes(email))) {
      if (performance.now() - back > 20_000) break;
      await hurryJobs(town.books);
      await pause(100);
    }
    const sent = performance.now() - back;
    await tell(`mail server ${what}`, {
      signUp: quantile(waits, 1),
      readsAfterPaying: Math.round(reads),
      connections,
      sentAfter: Math.round(sent),
    });
    expect(quantile(waits, 1)).toBeLessThan(3_000);
    expect(reads).toBeLessThan(4_000);
    expect(connections).toBeLessThanOrEqual(2);
    expect(newcomers.filter((email) => !mail.taken.includes(email))).toEqual([]);
  });
});
