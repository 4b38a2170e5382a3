import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clock, SystemClock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { OptionalSession, Public } from '../../platform/http/access.decorators.js';
import { ErrorPages } from '../../platform/http/error-pages.js';
import { MethodTable } from '../../platform/http/method-table.js';
import { ProblemFilter } from '../../platform/http/problem.filter.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { Bearers } from './bearers.service.js';
import { CurrentReader, OptionalReader } from '../current-reader.decorator.js';
import { Keys } from '../keys.js';
import { RequiresPermission } from '../staff/permission.decorator.js';
import type { Reader } from '../reader.js';
import { type PresentedSession, ReaderFinder } from '../reader-finder.js';
import { SessionGuard } from './session.guard.js';

const config = Object.assign(new Config(), { jwtSecret: 'a secret of at least thirty-two bytes' });
const mira: Reader = {
  id: '01890000-0000-7000-8000-000000000001',
  email: 'mira@town.test',
  name: 'Mira',
  roles: [],
  sessionId: '01890000-0000-7000-8000-0000000000aa',
  provenAt: new Date(0),
  secondFactorAt: null,
  impersonatedById: null,
};
let signedIn: Reader | null = mira;

@Controller()
class Doors {
  @Get('closed')
  closed(@CurrentReader() reader: Reader) {
    return { who: reader.email };
  }

  @Public()
  @Get('open')
  open(@OptionalReader() reader: Reader | null) {
    return { who: reader?.email ?? null };
  }

  @OptionalSession()
  @Get('optional')
  optional(@OptionalReader() reader: Reader | null) {
    return { who: reader?.email ?? null };
  }

  @RequiresPermission('articles.publish')
  @Get('staff')
  staff(@CurrentReader() reader: Reader) {
    return { who: reader.email };
  }
}

@Public()
@Controller('mixed')
class MixedDoors {
  @RequiresPermission('members.manage')
  @Get('staff')
  staff() {
    return {};
  }
}

@Module({
  imports: [JwtModule.register({})],
  controllers: [Doors, MixedDoors],
  providers: [
    Keys,
    AccessTokenStrategy,
    Bearers,
    MethodTable,
    ErrorPages,
    { provide: Config, useValue: config },
    { provide: Clock, useClass: SystemClock },
    {
      provide: ReaderFinder,
      useValue: {
        find: ({ id }: PresentedSession) =>
          Promise.resolve(id === mira.sessionId && signedIn ? { reader: signedIn } : null),
      },
    },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
class DoorsModule {}

const now = () => Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000);
const goodClaims = () => ({
  sub: mira.id,
  sid: mira.sessionId,
  typ: 'access',
  iss: config.publicUrl,
  aud: 'broadsheet',
  iat: now(),
  exp: now() + 60,
});

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

function forge(
  claims: object = goodClaims(),
  header: object = { alg: 'HS256', typ: 'JWT' },
  secret = config.jwtSecret,
): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

describe('the door of every route', () => {
  let app: NestFastifyApplication;
  const get = async (url: string, authorization?: string) => {
    const { statusCode, headers, payload } = await app.inject({
      url,
      headers: authorization === undefined ? {} : { authorization },
    });
    return { status: statusCode, headers, body: JSON.parse(payload) as Record<string, unknown> };
  };

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(DoorsModule, new FastifyAdapter(), {
      logger: false,
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    signedIn = mira;
  });

  it('lets a signed-in reader in, and keeps her answer out of caches', async () => {
    const { status, headers, body } = await get('/closed', `Bearer ${forge()}`);
    expect([status, body]).toEqual([200, { who: mira.email }]);
    expect(headers['cache-control']).toBe('private, no-store');
  });

  it('asks a stranger to sign in', async () => {
    const { status, headers, body } = await get('/closed');
    expect([status, body['code']]).toEqual([401, 'auth/session-required']);
    expect(headers['www-authenticate']).toBe('Bearer realm="broadsheet"');
  });

  it('lets a stranger through where a session is optional, but not a broken token', async () => {
    expect((await get('/optional')).body).toEqual({ who: null });
    expect((await get('/optional', `Bearer ${forge()}`)).body).toEqual({ who: mira.email });
    const { status, headers } = await get('/optional', 'Bearer nonsense');
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('looks at nobody where everything is open', async () => {
    expect((await get('/open', 'Bearer nonsense')).body).toEqual({ who: null });
  });

  it('opens the staff’s doors by role only', async () => {
    expect((await get('/staff')).status).toBe(401);
    const refused = await get('/staff', `Bearer ${forge()}`);
    expect([refused.status, refused.body['code']]).toEqual([403, 'auth/forbidden']);
    signedIn = { ...mira, roles: ['author'] };
    expect((await get('/staff', `Bearer ${forge()}`)).status).toBe(403);
    signedIn = { ...mira, roles: ['editor'] };
    expect((await get('/staff', `Bearer ${forge()}`)).status).toBe(200);
  });

  it('keeps a staff route closed in a controller that is otherwise open', async () => {
    expect((await get('/mixed/staff')).status).toBe(401);
  });

  it('refuses a token whose session has ended', async () => {
    signedIn = null;
    expect((await get('/closed', `Bearer ${forge()}`)).body['code']).toBe('auth/invalid-token');
  });

  const { exp: _exp, ...withoutExp } = goodClaims();
  const { iss: _iss, ...withoutIss } = goodClaims();
  const { aud: _aud, ...withoutAud } = goodClaims();
  const valid = forge();
  const swapped = valid.slice(-2) === 'AA' ? 'BB' : 'AA';

  it.each([
    ['of algorithm none', `${encode({ alg: 'none' })}.${encode(goodClaims())}.`],
    ['of algorithm none with a signature', forge(goodClaims(), { alg: 'none' })],
    ['of another algorithm', forge(goodClaims(), { alg: 'HS512', typ: 'JWT' })],
    [
      'that names its own key',
      forge(goodClaims(), { alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } }, 'AA'),
    ],
    ['signed with another secret', forge(goodClaims(), undefined, 'x'.repeat(37))],
    ['whose signature was touched', `${valid.slice(0, -6)}${swapped}${valid.slice(-4)}`],
    ['without a signature', `${valid.split('.').slice(0, 2).join('.')}.`],
    ['of another issuer', forge({ ...goodClaims(), iss: 'https://evil.test' })],
    ['for another audience', forge({ ...goodClaims(), aud: 'elsewhere' })],
    ['without an issuer', forge(withoutIss)],
    ['without an audience', forge(withoutAud)],
    ['that never expires', forge(withoutExp)],
    ['that has expired', forge({ ...goodClaims(), exp: now() - 1 })],
    ['whose expiry is text', forge({ ...goodClaims(), exp: String(now() + 60) })],
    ['that is not valid yet', forge({ ...goodClaims(), nbf: now() + 600 })],
    ['of another kind', forge({ ...goodClaims(), typ: 'refresh' })],
    [
      'for another account',
      forge({ ...goodClaims(), sub: '01890000-0000-7000-8000-000000000002' }),
    ],
    ['of no session', forge({ ...goodClaims(), sid: "' or 1=1 --" })],
  ])('refuses a token %s', async (_what, token) => {
    expect((await get('/closed', `Bearer ${token}`)).status).toBe(401);
  });

  it('refuses a token that has expired since it was last taken', async () => {
    const token = `Bearer ${forge()}`;
    expect((await get('/closed', token)).status).toBe(200);
    try {
      vi.useFakeTimers({ toFake: ['Date'], now: (now() + 59) * 1000 });
      expect((await get('/closed', token)).status).toBe(200);
      vi.setSystemTime((now() + 60) * 1000);
      expect((await get('/closed', token)).status).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });

  it('refuses what only resembles a token that was taken', async () => {
    const token = forge();
    expect((await get('/closed', `Bearer ${token}`)).status).toBe(200);
    for (const other of [token.slice(0, -1), `${token}A`, token.replace(/^e/, 'f')]) {
      expect((await get('/closed', `Bearer ${other}`)).status).toBe(401);
    }
  });

  it('refuses other ways to introduce oneself', async () => {
    for (const header of [
      '',
      'Basic bWlyYTpwdw==',
      forge(),
      `Bearer ${forge()}, Bearer ${forge()}`,
    ]) {
      expect((await get('/closed', header)).status).toBe(401);
    }
  });
});
