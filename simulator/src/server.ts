/** The HTTP server: the API under /v1, the pages people see, and /_sim. */
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { registerControl } from './control/control.js';
import { registerApi } from './http/api.js';
import { ENDPOINTS } from './http/endpoints.js';
import { unrecognizedUrl } from './http/errors.js';
import { eventRetry } from './resources/event-retry.js';
import { registerPages } from './pages/pages.js';
import type { Simulator } from './simulator.js';

export interface ServerOptions {
  /** Where browsers reach the pages; null takes the address a call to the API came in by. */
  publicUrl: string | null;
  log: (line: string) => void;
}

export function createServer(simulator: Simulator, options: ServerOptions): FastifyInstance {
  const server = fastify({ logger: false, forceCloseConnections: true });
  // Bodies are read as text: Stripe's brackets need a reader of their own.
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  const baseUrl = (request: FastifyRequest) =>
    options.publicUrl ?? `${request.protocol}://${request.host}`;
  const { world, faults } = simulator;
  registerApi(server, {
    world,
    faults,
    endpoints: [...ENDPOINTS, ...eventRetry(simulator.deliveries)],
    baseUrl,
  });
  registerControl(server, simulator);
  registerPages(server, simulator);

  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const error = unrecognizedUrl(request.method, path);
    return reply.code(404).send(error.envelope);
  });
  server.setErrorHandler((error, request, reply) => {
    const isCallers =
      error instanceof Error &&
      'statusCode' in error &&
      typeof error.statusCode === 'number' &&
      error.statusCode < 500;
    if (isCallers) {
      return reply
        .code(Number(error.statusCode))
        .send({ error: { type: 'invalid_request_error', message: error.message } });
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    options.log(`${request.method} ${request.url} failed: ${text}`);
    return reply
      .code(500)
      .send({ error: { type: 'api_error', message: 'The simulator failed; its log says why.' } });
  });
  return server;
}
