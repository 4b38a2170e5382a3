/** The sweep finds what leaks: each way out that somebody could open by mistake is planted here and must be seen. */
import { Controller, Get, Header, Headers, Module, Query, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Canaries } from './canaries.js';
import type { Credential } from './leak-town.js';
import { everyQuestion } from './questions.js';
import { servedAddresses } from './served-routes.js';
import { Sweep } from './sweep.js';
import { deviousWays, plainWays } from './ways-of-asking.js';
import { Wire } from './wire.js';

const canaries = new Canaries();
const word = canaries.perch('members-story', 'text', ['member']);

@Controller('planted')
class LeakingController {
  @Get('card')
  card(): object {
    return { title: 'A story', excerpt: `As ${word} was told` };
  }

  @Get('state')
  @Header('content-type', 'text/html')
  state(): string {
    const state = Buffer.from(JSON.stringify({ body: word })).toString('base64');
    return `<p>A story</p><script type="application/json">${state}</script>`;
  }

  @Get('header')
  header(@Res() reply: FastifyReply): void {
    void reply.header('link', `</pictures/${encodeURIComponent(word)}.png>; rel=preload`).send('');
  }

  @Get('feed')
  feed(@Headers('accept') accept: string): string {
    return accept.includes('xml') ? `<item>${word}</item>` : 'nothing';
  }

  @Get('fields')
  fields(@Query('include') include: string): object {
    return include === 'revisions' ? { revisions: [word] } : {};
  }

  @Get('machines')
  machines(@Headers('user-agent') agent: string): string {
    return /Googlebot/.test(agent) ? word : 'a teaser';
  }

  @Get('error')
  error(@Res() reply: FastifyReply): void {
    void reply.status(404).send({ detail: `There is no ${word} here` });
  }

  @Get('kept')
  kept(@Res() reply: FastifyReply): void {
    void reply.headers({ 'cache-control': 'public', 'set-cookie': 'visitor=1' }).send('a teaser');
  }

  @Get('shared')
  @Header('cache-control', 'public, max-age=60')
  shared(): string {
    return word;
  }

  @Get('sound')
  sound(): string {
    return 'a teaser';
  }
}

@Module({ controllers: [LeakingController] })
class LeakingModule {}

let app: NestFastifyApplication;
let wire: Wire;

beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(LeakingModule, new FastifyAdapter(), {
    logger: false,
  });
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (_, reply, done) => {
    reply.header('cache-control', 'private, no-store');
    done();
  });
  await app.listen(0, '127.0.0.1');
  wire = new Wire(await app.getUrl());
});

afterAll(async () => {
  wire.close();
  await app.close();
});

const as = (reader: Credential['reader']): Credential => ({ reader, by: 'nothing', headers: {} });

async function addressesAtFault(reader: Credential['reader']): Promise<string[]> {
  const sweep = new Sweep(wire, canaries);
  const addresses = servedAddresses(app.getHttpAdapter().getInstance());
  const links = { gifts: [], previews: [], giftOfAnother: 'x', previewOfAnother: 'x' };
  const ways = [...plainWays, ...deviousWays({ canary: 'x', links, origin: 'http://x.test' })];
  await sweep.ask(everyQuestion(addresses, [as(reader)], ways));
  const found = sweep.faults.map((fault) => /\/planted\/\w+/.exec(fault)?.[0] ?? fault);
  return [...new Set(found)].sort();
}

it('finds every planted leak, and nothing where there is none', async () => {
  const all = ['card', 'error', 'feed', 'fields', 'header', 'kept', 'machines', 'shared', 'state'];
  expect(await addressesAtFault('stranger')).toEqual(all.map((each) => `/planted/${each}`));
});

it('finds nothing wrong with what is shown to those who may see it, unless others could be shown it', async () => {
  expect(await addressesAtFault('member')).toEqual(['/planted/kept', '/planted/shared']);
});

it('says who saw what where', async () => {
  const sweep = new Sweep(wire, canaries);
  const [way] = plainWays;
  if (way === undefined) throw new Error('There is no way to ask.');
  await sweep.put({ target: '/planted/card', credential: as('lapsed'), way });
  expect(sweep.faults).toEqual([
    'GET /planted/card as lapsed by nothing (JSON) → 200: text of members-story',
  ]);
});
