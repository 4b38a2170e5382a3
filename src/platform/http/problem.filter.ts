/** The one place where an error becomes an answer; nothing of the inside leaves with it. */
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPassing } from '../database/passing-failure.js';
import { ErrorPages } from './error-pages.js';
import { MethodTable } from './method-table.js';
import { Moved } from './moved.js';
import { Problem, notFound, unavailable } from './problem.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(
    private readonly methods: MethodTable,
    private readonly modules: ModuleRef,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (thrown instanceof Moved) {
      // For ever is too long for a cache: what has moved may move back.
      const here = { location: thrown.location, 'cache-control': 'no-store' };
      await reply.status(308).headers(here).send();
      return;
    }
    const problem = this.refine(toProblem(thrown), request);
    if (problem.status >= 500) this.note(problem, thrown, request);
    if (problem.status === 403) this.noteRefusal(problem, request);
    reply.status(problem.status).header('cache-control', 'no-store').headers(problem.headers);
    const page = this.modules.get(ErrorPages, { strict: false });
    if (page.speaksTo(request)) {
      await reply.type('text/html; charset=utf-8').send(await page.render(problem, request));
    } else {
      await reply.type('application/problem+json; charset=utf-8').send(problem.toDetails());
    }
  }

  /** What was foreseen, like a database that is away, needs no stack; what was not, does. */
  private note(problem: Problem, thrown: unknown, request: FastifyRequest): void {
    const told = problem.cause ?? thrown;
    const what = `${request.method} ${routeOf(request)} ${problem.code}`;
    if (problem.status === 500) {
      this.logger.error(
        `${what}: ${told instanceof Error ? (told.stack ?? told.message) : String(told)}`,
      );
    } else {
      this.logger.warn(`${what}: ${told instanceof Error ? told.message : String(told)}`);
    }
  }

  /** Somebody who is known tried what she may not. */
  private noteRefusal({ code }: Problem, request: FastifyRequest): void {
    const actor = (request as { user?: { id: string } | null }).user;
    if (actor === undefined || actor === null) return;
    this.logger.warn(
      `${request.method} ${routeOf(request)} ${code}: refused to ${actor.id} from ${request.ip}`,
    );
  }

  /** The router knows only 404; a path that exists for other methods is a 405 that names them. */
  private refine(problem: Problem, request: FastifyRequest): Problem {
    if (problem.status !== 404 || request.routeOptions.url !== undefined) return problem;
    const allowed = this.methods.allowedFor(request.url);
    if (allowed.length === 0) return problem;
    return new Problem({
      status: 405,
      code: 'request/method-not-allowed',
      detail: `This address answers ${allowed.join(', ')}.`,
      headers: { allow: allowed.join(', ') },
    });
  }
}

/** As it was declared: what stands in the parameters may be a secret, like the token of a link. */
const routeOf = (request: FastifyRequest): string =>
  request.routeOptions.url ?? 'an unknown address';

/** What a caller may know of whatever was thrown. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const status = statusOf(thrown);
  if (status === 404) return notFound();
  if (status !== undefined && status < 500) {
    return new Problem({
      status,
      code: `request/${codes[status] ?? 'refused'}`,
      detail: details[status] ?? (thrown as Error).message,
    });
  }
  if (isPassing(thrown)) {
    return unavailable(
      'Something this answer needs is not reachable; try again shortly.',
      2,
      thrown,
    );
  }
  return new Problem({
    status: 500,
    code: 'service/unexpected',
    detail: 'Something went wrong on our side; it has been noted.',
    cause: thrown,
  });
}

function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

const codes: Record<number, string> = {
  400: 'malformed',
  401: 'unauthorized',
  403: 'forbidden',
  413: 'too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  431: 'headers-too-large',
};

const details: Record<number, string> = {
  413: 'The body is larger than this address takes.',
  415: 'Send the body as application/json.',
};
