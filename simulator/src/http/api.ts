/** Puts the endpoints on the server: key, faults, idempotency, parameters, the work, expansion, headers. */
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiFault, Faults } from '../control/faults.js';
import { API_VERSION } from '../world/settings.js';
import type { World } from '../world/world.js';
import type { Endpoint } from './endpoint.js';
import { StripeError, unauthorized } from './errors.js';
import { expand } from './expand.js';
import { parseForm, type FormHash } from './form.js';
import { inOurWords } from './older-versions.js';
import { fingerprintOf, Idempotency } from './idempotency.js';

/** What something between the caller and the API might answer in its place. */
const NONSENSE = '<html><body><h1>It works!</h1></body></html>';

export interface ApiOptions {
  world: World;
  faults: Faults;
  endpoints: readonly Endpoint[];
  baseUrl: (request: FastifyRequest) => string;
}

interface Answer {
  status: number;
  body: string;
  replayed: boolean;
}

export function registerApi(server: FastifyInstance, options: ApiOptions): void {
  const idempotency = new Idempotency(options.world);
  for (const endpoint of options.endpoints) {
    server.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: (request, reply) => handle(request, reply, endpoint, options, idempotency),
    });
  }
}

async function handle(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  options: ApiOptions,
  idempotency: Idempotency,
): Promise<FastifyReply> {
  const requestId = options.world.ids.next('request');
  reply.header('request-id', requestId).header('stripe-version', API_VERSION);
  const path = request.url.split('?', 1)[0] ?? '';
  let fault: ApiFault | null = null;
  let answer: Answer;
  try {
    requireTestKey(request.headers.authorization);
    fault = options.faults.forCall(endpoint.method, path);
    if (fault) strike(fault);
    if (fault?.action === 'nonsense') return await reply.type('text/html').send(NONSENSE);
    answer = await answerOnce({ request, endpoint, path, requestId, fault }, options, idempotency);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    answer = { status: error.status, body: bodyOf(error.envelope), replayed: false };
  }
  if (fault && CUT_OFF.has(fault.action)) return hangUp(reply, fault.action);
  if (answer.replayed) reply.header('idempotent-replayed', 'true');
  return reply.code(answer.status).type('application/json').send(answer.body);
}

interface Arrived {
  request: FastifyRequest;
  endpoint: Endpoint;
  path: string;
  requestId: string;
  fault: ApiFault | null;
}

async function answerOnce(
  { request, endpoint, path, requestId, fault }: Arrived,
  { world, baseUrl }: ApiOptions,
  idempotency: Idempotency,
): Promise<Answer> {
  const form = inOurWords(
    formOf(request),
    `${endpoint.method} ${endpoint.path}`,
    header(request, 'stripe-version'),
  );
  const key = endpoint.method === 'POST' ? (header(request, 'idempotency-key') ?? null) : null;
  const fingerprint = fingerprintOf(endpoint.method, path, form);
  const kept = key === null ? null : idempotency.begin(key, fingerprint);
  if (kept) return { status: kept.status, body: kept.body, replayed: true };
  try {
    if (fault?.action === 'slow') await setTimeout((fault.seconds ?? 1) * 1000);
    const expansions = endpoint.expansions(form);
    const run = endpoint.prepare({
      world,
      id: named(request, 'id'),
      child: named(request, 'child'),
      form,
      baseUrl: baseUrl(request),
      info: { id: requestId, idempotencyKey: key },
    });
    const answer = carryOut(() => expand(world, run(), expansions));
    if (key !== null) idempotency.keep(key, fingerprint, answer.status, answer.body);
    return answer;
  } finally {
    if (key !== null) idempotency.end(key);
  }
}

/** Errors of the work itself are answers too; those found before it began are thrown on and not kept. */
function carryOut(work: () => object): Answer {
  try {
    return { status: 200, body: bodyOf(work()), replayed: false };
  } catch (error) {
    if (!(error instanceof StripeError) || !error.executed) throw error;
    return { status: error.status, body: bodyOf(error.envelope), replayed: false };
  }
}

const bodyOf = (value: object): string => JSON.stringify(value, null, 2);

function formOf(request: FastifyRequest): FormHash {
  const query = parseForm(request.url.split('?')[1] ?? '');
  return typeof request.body === 'string' ? { ...query, ...parseForm(request.body) } : query;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function named(request: FastifyRequest, name: string): string {
  const { params } = request;
  const isHash = typeof params === 'object' && params !== null;
  const entries: [string, unknown][] = isHash ? Object.entries(params) : [];
  const value = entries.find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/** The key may come as a bearer token or, as curl sends it, as the user name of basic authentication. */
function requireTestKey(authorization: string | undefined): void {
  const [scheme = '', credentials = ''] = (authorization ?? '').split(' ');
  const key = /^basic$/i.test(scheme)
    ? (Buffer.from(credentials, 'base64').toString('utf8').split(':')[0] ?? '')
    : credentials;
  if (key === '') {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (!/^(sk|rk)_test_\w+$/.test(key)) {
    throw unauthorized(
      `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}. The simulator takes test keys only, like sk_test_123.`,
    );
  }
}

function strike(fault: ApiFault): void {
  switch (fault.action) {
    case 'rate-limit':
      throw new StripeError(
        429,
        {
          type: 'invalid_request_error',
          code: 'rate_limit',
          message:
            'Request rate limit exceeded. You can learn more about rate limits here https://docs.stripe.com/rate-limits.',
        },
        false,
      );
    case 'server-error':
    case 'timeout':
    case 'reset':
      throw new StripeError(
        500,
        { type: 'api_error', message: 'An unknown error occurred (asked for at /_sim/faults).' },
        false,
      );
    case 'slow':
    case 'timeout-after-commit':
    case 'reset-after-commit':
    case 'nonsense':
      break;
  }
}

const CUT_OFF: ReadonlySet<ApiFault['action']> = new Set([
  'timeout',
  'timeout-after-commit',
  'reset',
  'reset-after-commit',
]);

/** The connection is cut without an answer, which a caller cannot tell from a network that failed. */
function hangUp(reply: FastifyReply, action: ApiFault['action']): FastifyReply {
  reply.hijack();
  // Closed in order, or torn down, which reaches the caller as "connection reset by peer".
  if (action.startsWith('reset')) reply.raw.socket?.resetAndDestroy();
  reply.raw.destroy();
  return reply;
}
