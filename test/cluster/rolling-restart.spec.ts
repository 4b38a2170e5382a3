/** Both processes are ended and started again, one after the other, while readers go on reading: nobody is dropped. */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../support/api.js';
import { type ClusterTown, figure, startClusterTown, took } from './cluster-town.js';

let town: ClusterTown;

beforeAll(async () => {
  town = await startClusterTown({ LIMITS_FACTOR: '100000' });
});

afterAll(() => town.close());

interface Deed {
  method: string;
  path: string;
  token?: string;
  body?: string;
}

/** As nginx is reloaded it closes the connections that nobody uses; a browser then opens another, which this does each time. */
const agent = new Agent({ maxSockets: 12 });

/** @returns its status, or what became of the connection */
function does({ method, path, token, body }: Deed): Promise<number | string> {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return new Promise((resolve) => {
    const asked = request(new URL(path, town.cluster.url), { method, headers, agent }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', (error) => resolve(String(error)));
    });
    asked.once('error', (error) => resolve(String(error)));
    asked.end(body);
  });
}

it('nobody is dropped: neither who reads nor who writes', async () => {
  const token = await town.signIn('mira@town.test');
  const deeds: Deed[] = [
    { method: 'GET', path: '/api/v1/articles/members-story' },
    { method: 'GET', path: '/articles/members-story' },
    { method: 'GET', path: '/api/v1/articles/members-story', token },
    { method: 'GET', path: '/api/v1/articles?limit=20' },
    { method: 'PATCH', path: '/api/v1/me', token, body: JSON.stringify({ name: 'Mira' }) },
  ];
  const outcomes = new Map<string, number>();
  const slowest = new Map<string, number>();
  let isOver = false;
  const readers = Array.from({ length: 10 }, async (_, at) => {
    for (let turn = at; !isOver; turn += 1) {
      const deed = deeds[turn % deeds.length];
      if (deed === undefined) break;
      const begun = performance.now();
      const outcome = await does(deed);
      const name = `${outcome} ${deed.method}`;
      outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
      const took = performance.now() - begun;
      slowest.set(deed.method, Math.max(slowest.get(deed.method) ?? 0, took));
      await pause(20);
    }
  });
  const begun = performance.now();
  const ends: number[] = [];
  for (const each of town.cluster.processes) {
    await town.cluster.spare(each);
    ends.push(await each.end());
    await each.start();
    await took(async () => (await ask(each.url, 'GET', '/health/ready')).status === 200);
    await town.cluster.spare(null);
  }
  isOver = true;
  await Promise.all(readers);
  agent.destroy();
  const seconds = (performance.now() - begun) / 1_000;
  const all = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  figure('requests while both processes were restarted', all);
  figure('of them a second', all / seconds);
  figure('ms from SIGTERM to the end, worst', Math.max(...ends));
  figure('ms for a read, worst', slowest.get('GET') ?? 0);
  figure('what became of them', JSON.stringify(Object.fromEntries(outcomes)));
  const bad = [...outcomes].filter(([name]) => !/^2\d\d /.test(name));
  expect(bad).toEqual([]);
  expect(all).toBeGreaterThan(300);
}, 120_000);
