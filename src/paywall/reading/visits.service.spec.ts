import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../platform/config/load-config.js';
import { Keys } from '../../users/keys.js';
import { Visits } from './visits.service.js';

const visitsAt = (publicUrl: string): Visits => {
  const config = loadConfig({
    NODE_ENV: 'test',
    PUBLIC_URL: publicUrl,
    DATABASE_URL: 'postgresql://nobody@localhost/nothing',
    JWT_SECRET: randomBytes(32).toString('hex'),
    STRIPE_SECRET_KEY: 'sk_test_visits',
    STRIPE_WEBHOOK_SECRETS: 'whsec_visits',
  });
  return new Visits(config, new Keys(config));
};

/** What is set for a browser that comes for the first time. */
function firstCookie(visits: Visits): { name: string; value: string; options: object } {
  const set: [string, string, object][] = [];
  const reply = { setCookie: (...cookie: [string, string, object]) => set.push(cookie) };
  visits.remember(reply as unknown as FastifyReply, visits.visitorOf({ cookies: {} }));
  const [[name, value, options] = ['', '', {}]] = set;
  return { name, value, options };
}

describe('the cookie by which a browser is known again', () => {
  it('is bound to this host over https, and no script reads it', () => {
    const { name, options } = firstCookie(visitsAt('https://paper.example'));
    expect(name).toBe('__Host-broadsheet-visitor');
    expect(options).toEqual({
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      path: '/',
      maxAge: 34_560_000,
    });
  });

  it('is not taken from another publication, nor in the place of another cookie of ours', () => {
    const [ours, others] = [visitsAt('http://paper.example'), visitsAt('http://paper.example')];
    const { name, value } = firstCookie(ours);
    expect(ours.visitorOf({ cookies: { [name]: value } }).isNew).toBe(false);
    expect(others.visitorOf({ cookies: { [name]: value } }).isNew).toBe(true);
    expect(ours.visitorOf({ cookies: { broadsheet: value } }).isNew).toBe(true);
  });
});
