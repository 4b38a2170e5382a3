/** Takes a CSV file as the body of a request: left unread until it is known who sends it, and never read past its limit. */
import { Readable } from 'node:stream';
import { type ExecutionContext, applyDecorators, createParamDecorator } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem, unsupportedMediaType } from './problem.js';

/** Bytes. */
const largestCsv = 10 * 1024 * 1024;

const mediaType = 'text/csv';

/** On a route whose body is a CSV file; its handler reads it from `@UploadedCsv()`. */
export const TakesCsv = () =>
  applyDecorators(
    RouteConfig({ takesCsv: true }),
    ApiConsumes(mediaType),
    ApiBody({ schema: { type: 'string' } }),
  );

/** Whether the route of a request carries `@TakesCsv()`. */
export const takesCsv = (request: FastifyRequest): boolean =>
  'takesCsv' in request.routeOptions.config;

/** A body that is still to be read, once. */
export interface CsvUpload {
  /** @throws Problem 413, 415 */
  bytes(): Promise<Buffer>;
}

export const UploadedCsv = createParamDecorator(
  (_: unknown, context: ExecutionContext): CsvUpload => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return { bytes: () => bytesOf(request) };
  },
);

/** Must be called before the first route is registered. */
export function takeCsvBodies(server: FastifyInstance): void {
  server.addContentTypeParser(mediaType, (request, payload, done) => {
    if (takesCsv(request)) done(null, payload);
    else done(unsupportedMediaType('application/json'));
  });
}

/** @throws Problem 415 */
export function refuseUnlessCsv({ headers }: FastifyRequest): void {
  const given = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (given !== mediaType) throw unsupportedMediaType(mediaType);
}

async function bytesOf(request: FastifyRequest): Promise<Buffer> {
  const { body } = request;
  if (!(body instanceof Readable)) throw unsupportedMediaType(mediaType);
  if (Number(request.headers['content-length'] ?? 0) > largestCsv) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroyed where this ends early: the refusal goes out on the same connection.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestCsv) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

const tooLarge = (): Problem =>
  new Problem({
    status: 413,
    code: 'request/too-large',
    detail: `The file is larger than ${largestCsv / 1024 / 1024} MiB; send it in parts, each with its head line.`,
    // What is still on its way is not waited for.
    headers: { connection: 'close' },
  });
