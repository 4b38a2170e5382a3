import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../config/load-config.js';
import { earlyRefusals } from './early-refusals.js';
import {
  headersOfEarlyRefusals,
  letPagesRunOwnScripts,
  sendSecurityHeaders,
} from './security-headers.js';

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
  sendSecurityHeaders(server, config);
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

describe('A browser is let run', () => {
  const ours = "script-src 'self';connect-src 'self';worker-src 'self'";

  /** What an answer of a kind, perhaps with a policy of its own, says of scripts. */
  async function policyOf(kind: string, own?: string): Promise<string> {
    const server = fastify();
    sendSecurityHeaders(server, loadConfig(needed));
    letPagesRunOwnScripts(server);
    server.get('/', (_request, reply) => {
      if (own !== undefined) void reply.header('content-security-policy', own);
      return reply.type(kind).send('<script>alert(1)</script>');
    });
    const { headers } = await server.inject('/');
    await server.close();
    return String(headers['content-security-policy']);
  }

  it.each(['text/html; charset=utf-8', 'text/javascript; charset=utf-8'])(
    'files of our own in %s, and nothing that stands in the page',
    async (kind) => {
      const policy = await policyOf(kind);
      expect(policy).toMatch(/^default-src 'none';/);
      expect(policy.endsWith(`;${ours}`)).toBe(true);
      expect(policy).not.toContain('unsafe');
    },
  );

  it.each(['application/json', 'application/problem+json', 'image/svg+xml', 'application/xml'])(
    'nothing in %s',
    async (kind) => {
      expect(await policyOf(kind)).not.toContain('script-src');
    },
  );

  it('what a page with a policy of its own says itself', async () => {
    expect(await policyOf('text/html', "script-src 'nonce-x'")).toBe("script-src 'nonce-x'");
  });
});
