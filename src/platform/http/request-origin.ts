/** Knows, wherever the code is, for which request it works, and from which address that came. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

interface RequestInHand {
  /** What it is called in the log. */
  readonly id: string;
  /** The client's address, which behind a proxy only a trusted one says. */
  readonly address: string;
}

const requests = new AsyncLocalStorage<RequestInHand>();

/** Must be called before the first route is registered. */
export function rememberOrigins(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    requests.run({ id: request.id, address: request.ip }, done);
  });
}

/** @returns null where nobody asked: in a job, a command, the seed */
export const requestInHand = (): RequestInHand | null => requests.getStore() ?? null;

/** @returns null where nobody asked */
export const originOfRequest = (): string | null => requestInHand()?.address ?? null;
