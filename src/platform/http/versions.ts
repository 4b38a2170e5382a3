/** Optimistic locking over HTTP: an answer says which version it shows, and a change which one it started from. */
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
  applyDecorators,
  createParamDecorator,
} from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiResponse, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { invalidHeader } from './problem.js';
import { markVersion } from './shared-answers.js';
import { type IfMatch as Demand, ifMatchFrom, markOfVersion } from './versions.rules.js';

/** What the caller's `If-Match` demands, or null where none was sent. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): Demand | null => {
    const value = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    if (value === undefined) return null;
    const demand = ifMatchFrom(value);
    if (demand === null) {
      throw invalidHeader('If-Match', 'must be * or marks like "v3", each in double quotes');
    }
    return demand;
  },
);

@Injectable()
class VersionMark implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next
      .handle()
      .pipe(tap(({ version }: { version: number }) => markVersion(reply, markOfVersion(version))));
  }
}

/** Says in the API's description that the answers of an operation carry their version. */
const VERSION_EXTENSION = 'x-versioned';

/** For an answer with a `version`: the same stands in its `ETag`. */
export const Versioned = () =>
  applyDecorators(UseInterceptors(VersionMark), ApiExtension(VERSION_EXTENSION, true));

const etag = {
  description: 'The version that this is, like "v3": what a change names in `If-Match`.',
  schema: { type: 'string' as const },
};

/** The swagger plugin knows what such answers hold, and nothing of their headers. */
export function describeVersions(document: OpenAPIObject): OpenAPIObject {
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item) as VersionedOperation[]) {
      if (operation[VERSION_EXTENSION] !== true) continue;
      for (const [status, answer] of Object.entries(operation.responses)) {
        if (status.startsWith('2')) answer.headers = { ...answer.headers, ETag: etag };
      }
    }
  }
  return document;
}

interface VersionedOperation {
  [VERSION_EXTENSION]?: boolean;
  responses: Record<string, { headers?: Record<string, object> }>;
}

const problem = (status: number, description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });

/** Says in the API's description that a change takes the version that it started from, or must have it. */
export const TakesVersion = ({ required = false } = {}) =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      // A field of the body may stand for it, so that the header alone is never demanded.
      required: false,
      description: 'The `ETag` that the change started from, like "v3"; * for whatever is there.',
      schema: { type: 'string', minLength: 1 },
    }),
    problem(412, 'Somebody has changed it since: it has another version than `If-Match` names.'),
    ...(required ? [problem(428, 'Say in `If-Match` which version the change started from.')] : []),
  );
