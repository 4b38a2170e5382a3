/** What Fastify and Node refuse before a route is found, told as problem details like everything else. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const unreadable = { status: 400, code: 'request/malformed', detail: 'This is no HTTP request.' };

const refusals: Record<string, { status: number; code: string; detail: string }> = {
  FST_ERR_BAD_URL: {
    status: 400,
    code: 'request/malformed-address',
    detail: 'The address is not encoded as addresses are.',
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 414,
    code: 'request/address-too-long',
    detail: 'The address is longer than any that leads somewhere.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'request/headers-too-large',
    detail: 'The address and the headers are larger than this server takes.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request/too-slow',
    detail: 'The request did not arrive in time.',
  },
};

const type = 'application/problem+json; charset=utf-8';

/**
 * @param headers that go with every refusal
 * @param answered is told of each, for no hook is
 */
export function earlyRefusals(
  headers: Record<string, string>,
  answered: (response: ServerResponse) => void = () => undefined,
) {
  const told = { ...headers, 'content-type': type };
  return {
    /** An address that the router cannot read. */
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
      const problem = problemOf(error.code);
      answered(reply.raw);
      void reply.status(problem.status).headers(told).send(problem.toDetails());
    },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket): void =>
      refuseBytes(error, socket, told),
  };
}

/** Bytes that Node cannot read as a request. */
function refuseBytes(
  error: Error & { code?: string },
  socket: Socket,
  headers: Record<string, string>,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const problem = problemOf(error.code);
  const details = problem.toDetails();
  const body = JSON.stringify(details);
  const lines = [
    `HTTP/1.1 ${problem.status} ${String(details['title'])}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}

function problemOf(code: string | undefined): Problem {
  return new Problem(refusals[code ?? ''] ?? unreadable);
}
