/** Hands a controller the caller's `Idempotency-Key`: the same key asks for the same thing again, not for a second one. */
import { type ExecutionContext, applyDecorators, createParamDecorator } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { invalidHeader } from './problem.js';

const longest = 255;

/** The key, or null where none was sent. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | null => {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const key = headers['idempotency-key'];
    if (key === undefined) return null;
    if (typeof key !== 'string' || key.trim() === '') {
      throw invalidHeader('Idempotency-Key', 'must not be blank');
    }
    if (key.length > longest) {
      throw invalidHeader('Idempotency-Key', `must be at most ${longest} characters long`);
    }
    return key;
  },
);

/** Says in the API's description that an operation takes the key. */
export const TakesIdempotencyKey = () =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Chosen by the caller; a retry under the same key gets the same answer.',
      schema: { type: 'string', minLength: 1, maxLength: longest },
    }),
  );
