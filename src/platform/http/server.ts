/** The HTTP server itself: how long it waits for whom, and who is turned away at its door. */
import {
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type Overload, askingOf } from './overload.js';
import { unavailable } from './problem.js';

/** Milliseconds that a client may take. Without them a few hundred that send a byte a second would stay for ever. */
const patience = {
  /** Until the headers of a request are here. */
  headersTimeout: 15_000,
  /** Until all of it is here: ten megabytes of members over a slow line are the longest. */
  requestTimeout: 120_000,
  /** Between two looks for those who take longer. */
  connectionsCheckingInterval: 3_000,
  /** Until the next request on a connection: longer than the 60 s of the usual proxies, which else meet a closed one. */
  keepAliveTimeout: 72_000,
} as const satisfies ServerOptions;

/** Milliseconds without a byte in either direction, as from somebody who asks and does not read the answer. */
const longestSilence = 75_000;

/** Each costs some twenty kilobytes, also where nothing is asked; more are not accepted. */
const mostConnections = 4_000;

/** Seconds after which a process that has too much to do may be asked again. */
const comeAgain = 2;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const tooMuch = () => unavailable('Too many ask at the moment; try again shortly.', comeAgain);

/**
 * @param find asked at the first request, for the server is made before everything in it
 * @param headers that go with every refusal
 */
export function serverBehindDoor(
  find: () => Overload,
  headers: Record<string, string>,
): (handler: Handler) => Server {
  const body = JSON.stringify(tooMuch().toDetails());
  const told = {
    ...headers,
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(comeAgain),
    'content-length': String(Buffer.byteLength(body)),
  };
  const refuse = (response: ServerResponse): void => {
    response.writeHead(503, told).end(body);
  };
  let overload: Overload | undefined;
  return (handler) => {
    const server = createServer(patience, (request, response) => {
      overload ??= find();
      if (overload.admits(request, response)) handler(request, response);
      else refuse(response);
    });
    server.setTimeout(longestSilence);
    server.maxConnections = mostConnections;
    return server;
  };
}

/** Whoever changes something takes a place once his body is here; everybody leaves it with the answer. */
export function keepPlaces(server: FastifyInstance, overload: Overload): void {
  server.addHook('preValidation', (request, reply, done) => {
    const { raw } = request;
    if (askingOf(raw) !== 'change' || overload.takesPlace('change', reply.raw, raw.socket)) done();
    else done(tooMuch());
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    overload.leavesPlace(reply.raw);
    done();
  });
}
