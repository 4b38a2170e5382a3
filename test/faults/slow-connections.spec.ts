/** Five hundred who send a byte a second, or do not read what they asked for: nobody else waits for them. */
import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodPassword } from '../support/readers.js';
import { Crowd } from './crowd.js';
import { EdgeTown } from './edge-town.js';
import { spread, tell } from './fault-figures.js';

let town: EdgeTown;
const sockets: Socket[] = [];
beforeAll(async () => {
  town = await EdgeTown.start();
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await town.close();
});

async function open(begin: string): Promise<Socket> {
  const { port, hostname } = new URL(town.url);
  const socket = connect({ port: Number(port), host: hostname });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(begin);
  sockets.push(socket);
  return socket;
}

const each = (count: number, begin: string): Promise<Socket[]> =>
  Promise.all(Array.from({ length: count }, () => open(begin)));

it('five hundred slow connections hold up nobody, and those without headers are sent away', async () => {
  const memory = await town.memory();
  const article = 'GET /articles/members-story HTTP/1.1\r\nhost: paper.test\r\n';
  const [heads, bodies, deaf] = await Promise.all([
    each(170, article),
    each(
      170,
      'POST /api/v1/auth/login HTTP/1.1\r\nhost: paper.test\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{',
    ),
    // Dozens of pages each, as somebody signed in, of which nobody reads a byte.
    each(160, `${article}cookie: a=b\r\n\r\n`.repeat(30)),
  ]);
  for (const socket of deaf) socket.pause();
  let sentAway = 0;
  for (const socket of heads) {
    socket.once('close', () => (sentAway += 1)).resume();
  }
  const drip = setInterval(() => {
    for (const socket of heads) if (socket.writable) socket.write('x');
    for (const socket of bodies) if (socket.writable) socket.write(' ');
  }, 1_000);
  await pause(2_000);
  const crowd = new Crowd(town.url);
  crowd.add(...town.readers());
  const began = performance.now();
  const signedIn = await town.ask('POST', '/api/v1/auth/login', {
    body: { email: town.member.email, password: goodPassword },
  });
  const signIn = performance.now() - began;
  while (sentAway < heads.length && performance.now() - began < 25_000) await pause(100);
  const gone = performance.now() - began;
  const most = await town.memory();
  await crowd.goHome();
  clearInterval(drip);
  const reading = spread(crowd.answers.map(({ took }) => took));
  await tell('500 slow connections', {
    reading,
    signIn: Math.round(signIn),
    headersSentAwayAfter: Math.round(gone + 2_000),
    memoryBefore: memory,
    memoryAfter: most,
  });
  expect(crowd.answers.filter(({ isGood, isLeak }) => !isGood || isLeak)).toEqual([]);
  expect(reading['p99']).toBeLessThan(3_000);
  expect(signedIn.status).toBe(200);
  expect(sentAway).toBe(heads.length);
  expect(most - memory).toBeLessThan(250);
});
