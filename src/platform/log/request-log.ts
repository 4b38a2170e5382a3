/**
 * An entry for each request, of what needs no protection: never the address as it was sent, in which tokens of links
 * stand, nor who asked from where.
 */
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { traceInHand } from '../telemetry/spans.js';
import { jsonLog } from './json-logger.js';

const context = 'Request';

/** Must be called before any hook that may answer. In JSON they are written whatever the level is. */
export function logRequests(server: FastifyInstance, { logsAsJson }: Config): void {
  const tell = logsAsJson ? inJson() : inWords();
  server.addHook('onResponse', (request, reply, done) => {
    tell(request, reply);
    done();
  });
}

type Tell = (request: FastifyRequest, reply: FastifyReply) => void;

function inJson(): Tell {
  const log = jsonLog('info').child({ context });
  return (request, reply) => {
    const { statusCode: status, elapsedTime } = reply;
    const route = request.routeOptions.url ?? null;
    const ms = Math.round(elapsedTime * 10) / 10;
    const where = { requestId: request.id, traceId: traceInHand() };
    log.info({ ...where, method: request.method, route, status, ms }, 'request');
  };
}

function inWords(): Tell {
  const logger = new Logger(context);
  return (request, reply) => {
    const route = request.routeOptions.url ?? '-';
    const ms = reply.elapsedTime.toFixed(1);
    logger.log(`${request.method} ${route} ${reply.statusCode} ${ms} ms`);
  };
}
