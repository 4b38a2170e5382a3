import helmet from '@fastify/helmet';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../config/load-config.js';
import { earlyRefusals } from './early-refusals.js';
import { headersOfEarlyRefusals, securityHeaders } from './security-headers.js';

const needed = {
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  JWT_SECRET: 'x'.repeat(32),
  STRIPE_SECRET_KEY: 'sk_test_x',
  STRIPE_WEBHOOK_SECRETS: 'whsec_x',
};

/** What a browser hears of https: with an answer, and with an address that no router can read. */
async function toldBy(environment: Record<string, string>): Promise<unknown[]> {
  const config = loadConfig({ ...needed, ...environment });
  const server = fastify(earlyRefusals(headersOfEarlyRefusals(config)));
  await server.register(helmet, securityHeaders(config));
  server.get('/', () => 'well');
  const answers = [await server.inject('/'), await server.inject('/%')];
  await server.close();
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 400]);
  return answers.map(({ headers }) => headers['strict-transport-security']);
}

describe('A browser that comes by https', () => {
  it.each([
    ['to this host alone', { PUBLIC_URL: 'https://paper.test' }, 'max-age=31536000'],
    [
      'to the hosts below it as well, where they all speak it',
      { PUBLIC_URL: 'https://paper.test', HSTS_SUBDOMAINS: 'true' },
      'max-age=31536000; includeSubDomains',
    ],
    ['and by http is told nothing', { PUBLIC_URL: 'http://localhost:3000' }, undefined],
  ])('is told so by every answer: %s', async (_, environment, told) => {
    expect(await toldBy(environment)).toEqual([told, told]);
  });
});
