/** A town that may be spoilt: sends whatever was drawn as whoever was drawn, and remembers what exists in it. */
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { AccountAccess } from '../../src/users/account-access.js';
import type { Account, Role } from '../../src/users/reader.js';
import { SessionService } from '../../src/users/sessions/session.service.js';
import { builtDescription } from '../support/built-api.js';
import { type Operation, type Schema, operationsOf } from '../support/openapi.js';
import { goodPassword, someAddress } from '../support/readers.js';
import { type TestTown, publish, sellPro, startTestTown } from '../support/town.js';
import type { AnyRequest, Caller } from './any-request.js';
import { slugsOf } from './any-value.js';

type Resident = Exclude<Caller, 'stranger' | 'impostor'>;

const roles: Record<Resident, Role[]> = {
  reader: [],
  member: [],
  author: ['author'],
  editor: ['editor'],
  admin: ['admin'],
};

/** What came back. */
export interface Told {
  status: number;
  headers: LightMyRequestResponse['headers'];
  body: string;
}

/** Fields that ask for things by another name than they are remembered by. */
const kept: Partial<Record<string, string>> = { ids: 'articles', into: 'tags' };

/** As many of a kind are remembered. */
const remembered = 30;

export class FuzzTown {
  private readonly tokens = new Map<Caller, string>();
  private readonly things = new Map<string, string[]>();
  private readonly server: FastifyInstance;
  private planId = '';

  private constructor(
    private readonly town: TestTown,
    readonly document: OpenAPIObject,
  ) {
    this.server = town.app.getHttpAdapter().getInstance();
  }

  static async open(): Promise<FuzzTown> {
    // First, for Passport knows only the way to sign in of the application that was built last.
    const document = withoutLeaps(await builtDescription());
    const here = new FuzzTown(await startTestTown(), document);
    await here.furnish();
    return here;
  }

  get operations(): Operation[] {
    return operationsOf(this.document);
  }

  async send(operation: Operation, request: AnyRequest): Promise<Told> {
    const token = await this.tokenFor(operation, request.caller);
    const body = request.body === undefined ? undefined : this.filled(request.body, String);
    const headers: Record<string, string> = {
      ...request.headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    };
    const target = this.filled(request.target, encodeURIComponent);
    // Without a socket, whose bytes would cost more time than what becomes of the request.
    const {
      statusCode,
      headers: told,
      payload,
    } = await this.server.inject({
      method: operation.method as InjectOptions['method'],
      url: target,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    });
    const answer = { status: statusCode, headers: told, body: payload };
    if (answer.status < 300) this.remember(operation, answer);
    // She was banned, demoted or deleted by now, or has left: somebody like her comes in her place.
    if (answer.status === 401 && token !== undefined) this.tokens.delete(request.caller);
    return answer;
  }

  close(): Promise<void> {
    return this.town.close();
  }

  private async tokenFor({ path }: Operation, caller: Caller): Promise<string | undefined> {
    if (caller === 'stranger') return undefined;
    if (caller === 'impostor') return 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.AAAA';
    // Whoever signs out has signed in for that alone.
    if (path.endsWith('/logout')) return this.signIn(await this.settle(caller));
    const known = this.tokens.get(caller);
    if (known !== undefined) return known;
    const token = await this.signIn(await this.settle(caller));
    this.tokens.set(caller, token);
    return token;
  }

  /** An account without a password: hashing those of all who come would take longer than all they ask. */
  private async settle(as: Resident): Promise<Account> {
    const email = someAddress();
    const accounts = this.town.app.get(AccountAccess, { strict: false });
    const account = await accounts.open({ email, name: 'X', passwordHash: null, roles: roles[as] });
    this.put('members', account.id);
    this.put('email', email);
    if (as === 'member') {
      await this.town.ask('POST', `/api/v1/admin/members/${account.id}/comp`, {
        token: await this.signIn(await this.settle('admin')),
        body: { planId: this.planId, until: '2100-01-01T00:00:00Z' },
      });
    }
    return account;
  }

  private async signIn(account: Account): Promise<string> {
    const sessions = this.town.app.get(SessionService, { strict: false });
    const { accessToken } = await sessions.open(account, { userAgent: 'fuzz', cookies: {} });
    return accessToken;
  }

  private async furnish(): Promise<void> {
    const admin = await this.signIn(await this.settle('admin'));
    this.tokens.set('admin', admin);
    const plan = await sellPro(this.town, admin);
    this.planId = plan.id;
    this.put('planIds', plan.id);
    this.put('planId', plan.id);
    this.put('priceId', plan.yearly);
    this.put('password', goodPassword);
    for (const gate of ['public', 'registered', 'metered', 'members']) {
      await publish(this.town, admin, { slug: `${gate}-story`, gate });
      this.put(slugsOf('articles'), `${gate}-story`);
      this.put('article', `${gate}-story`);
    }
    await this.town.ask('POST', '/api/v1/admin/sections', {
      token: admin,
      body: { slug: 'harbour', name: 'Harbour' },
    });
    this.put('section', 'harbour');
    await this.town.ask('POST', '/api/v1/admin/articles', {
      token: admin,
      body: { title: 'Trams', tags: ['Night trams', 'Day trams', 'Ferries', 'Bridges', 'Quays'] },
    });
    this.put('networks', '198.51.100.0/24');
    this.put('emailDomains', 'library.test');
  }

  /** With what exists in the place of the marks. */
  private filled(text: string, write: (thing: string) => string): string {
    return text.replace(/§([^§:]*):(\d+)§/g, (_, name: string, which: string) => {
      const things = this.things.get(kept[name] ?? name) ?? this.things.get('anything') ?? [];
      return write(things[Number(which) % things.length] ?? 'nothing');
    });
  }

  /** By the address that they have, and by the name of the field that holds them. */
  private remember({ path }: Operation, { headers, body }: Told): void {
    if (!String(headers['content-type']).startsWith('application/json')) return;
    const folder = path.split('/').findLast((piece) => !piece.startsWith('{')) ?? '';
    const enter = (value: unknown, name: string): void => {
      if (typeof value === 'string') {
        if (/^[\w.@-]{3,120}$/.test(value)) this.put(name, value);
        if (name === 'nextCursor') this.put('cursor', value);
      } else if (Array.isArray(value)) {
        for (const each of value.slice(0, 3)) enter(each, name);
      } else if (typeof value === 'object' && value !== null) {
        for (const [key, each] of Object.entries(value)) enter(each, key);
      }
    };
    const told = JSON.parse(body) as { items?: unknown };
    enter(told, '');
    // What lies in something else has an id and a slug as well, and is of another kind.
    for (const each of Array.isArray(told.items) ? told.items.slice(0, 3) : [told]) {
      const { id, slug } = (each ?? {}) as Record<string, unknown>;
      if (typeof id === 'string') this.put(folder, id);
      if (typeof slug === 'string') this.put(slugsOf(folder), slug);
    }
  }

  private put(name: string, thing: string): void {
    // Nobody archives what all of them buy.
    if (name === 'plans' && thing === this.planId) return;
    for (const each of [name, 'anything']) {
      const things = this.things.get(each) ?? [];
      this.things.set(each, things);
      if (things.includes(thing)) continue;
      things.push(thing);
      if (things.length > remembered) things.shift();
    }
  }
}

/** The clock is moved by a minute at most: nobody's session should end, nor years of renewals be waited for. */
function withoutLeaps(document: OpenAPIObject): OpenAPIObject {
  const advance = document.components?.schemas?.['ClockAdvance'] as Schema | undefined;
  const seconds = advance?.properties?.['seconds'];
  if (seconds !== undefined) seconds.maximum = 60;
  return document;
}
