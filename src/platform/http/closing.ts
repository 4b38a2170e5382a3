/** Lets a process end as soon as its last answer is sent, whoever keeps a connection open. */
import type { FastifyInstance } from 'fastify';

/** Milliseconds between two looks for connections that have become idle. */
const interval = 50;

/**
 * Idle connections are closed when the closing begins. One that is answered 503 in the moments after
 * is kept alive by its client, and would hold the process for the whole keep-alive time (72 s).
 */
export function closeKeptConnections(server: FastifyInstance): void {
  server.addHook('preClose', (done) => {
    const sweep = setInterval(() => server.server.closeIdleConnections(), interval);
    server.server.once('close', () => clearInterval(sweep));
    done();
  });
}
