/** Hands a controller the reader that the session guard found. */
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Reader } from './reader.js';

/** Passport keeps whom it found under `user`. */
export type RequestOfReader = FastifyRequest & { user?: Reader | null };

/** The signed-in reader, on a route that demands a session. */
export const CurrentReader = createParamDecorator(
  (_: unknown, context: ExecutionContext): Reader => {
    const { user } = context.switchToHttp().getRequest<RequestOfReader>();
    if (user === undefined || user === null) {
      throw new Error('@CurrentReader() stands on a route that is open; use @OptionalReader().');
    }
    return user;
  },
);

/** The signed-in reader or null for a stranger, on a route with `@OptionalSession()`. */
export const OptionalReader = createParamDecorator(
  (_: unknown, context: ExecutionContext): Reader | null =>
    context.switchToHttp().getRequest<RequestOfReader>().user ?? null,
);
