/** Knows, wherever the code is, from which address the request came that it works for. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

/** The client's address, which behind a proxy only a trusted one says. */
const addresses = new AsyncLocalStorage<string>();

/** Must be called before the first route is registered. */
export function rememberOrigins(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    addresses.run(request.ip, done);
  });
}

/** @returns null where nobody asked: in a job, a command, the seed */
export const originOfRequest = (): string | null => addresses.getStore() ?? null;
