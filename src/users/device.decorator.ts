/** What somebody signs in with, as her request shows it. */
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export interface Device {
  /** Which program it is, as it says itself. */
  readonly userAgent: string | undefined;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

export const deviceOf = ({ headers, cookies }: FastifyRequest): Device => ({
  userAgent: headers['user-agent'],
  cookies,
});

/** By a decorator of our own, for a caller need not send anything of it. */
export const UsedDevice = createParamDecorator((_: unknown, context: ExecutionContext): Device =>
  deviceOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
