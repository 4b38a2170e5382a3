/** How a process takes its leave of those who ask it: first it says so, then it lets go of their connections. */
import type { Server } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Milliseconds between two looks for connections that have become idle. */
const interval = 50;

/**
 * Milliseconds until connections are cut that are not idle: whoever still sends a request then, or still reads an
 * answer, is so slow that the process would never end. Longer than any statement or any call to Stripe may take.
 */
const longestFarewell = 12_000;

/** Whether this process is about to end: those who send it requests must learn of it before it does. */
@Injectable()
export class Closing {
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  /** From now on every answer ends its connection, so that the next request goes to another process. */
  begin(server: Server): void {
    if (this.begun) return;
    this.begun = true;
    server.prependListener('request', (_request, response) => {
      response.shouldKeepAlive = false;
    });
  }
}

/**
 * Idle connections are closed when the closing begins. One that is answered in the moments after is kept alive by its
 * client, and would hold the process for the whole keep-alive time; so would one whose request never arrives.
 */
export function closeKeptConnections(server: FastifyInstance): void {
  server.addHook('preClose', (done) => {
    const sweep = setInterval(() => server.server.closeIdleConnections(), interval);
    const cut = setTimeout(() => server.server.closeAllConnections(), longestFarewell);
    server.server.once('close', () => {
      clearInterval(sweep);
      clearTimeout(cut);
    });
    done();
  });
}
