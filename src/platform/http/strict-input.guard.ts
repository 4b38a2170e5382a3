/** Refuses what a route did not ask for: unknown parameters, unexpected bodies, the wrong media type. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { FORM_ROUTE } from './access.decorators.js';
import { refuseUnlessCsv, takesCsv } from './csv-upload.js';
import { forbiddenKeys } from './json-body.js';
import { invalidBody, malformedBody, unknownParameter, unsupportedMediaType } from './problem.js';

@Injectable()
export class StrictInputGuard implements CanActivate {
  private readonly inputs = new WeakMap<object, { query: boolean; body: boolean }>();

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const takes = this.inputsOf(context);
    const query = request.query as Record<string, unknown>;
    const names = Object.keys(query);
    // The validation would pass over a prototype's names without a word.
    const unknown = takes.query ? names.filter((name) => forbiddenKeys.has(name)) : names;
    if (unknown.length > 0) throw unknownParameter(unknown);
    for (const name of names) inspectParameter(name, query[name]);
    for (const [name, value] of Object.entries(request.params as Record<string, unknown>)) {
      inspectParameter(name, value);
    }
    this.inspectBody(context, request, takes.body);
    return true;
  }

  private inspectBody(context: ExecutionContext, request: FastifyRequest, taken: boolean): void {
    if (request.body === undefined || request.body === null) return;
    if (takesCsv(request)) {
      refuseUnlessCsv(request);
      return;
    }
    const form = this.reflector.get<boolean | undefined>(FORM_ROUTE, context.getHandler()) ?? false;
    const expected = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const given = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
    if (given !== expected) throw unsupportedMediaType(expected);
    if (!taken && typeof request.body === 'object') {
      const fields = Object.keys(request.body);
      if (fields.length > 0) {
        throw invalidBody(
          fields.map((field) => ({ field, message: 'This address takes no such field.' })),
        );
      }
    }
  }

  /** What the handler declares: a `@Query()` and a `@Body()` parameter, or none. */
  private inputsOf(context: ExecutionContext): { query: boolean; body: boolean } {
    const handler = context.getHandler();
    const known = this.inputs.get(handler);
    if (known !== undefined) return known;
    const declared = Object.keys(
      (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ?? {}) as object,
    ).map((key) => Number(key.split(':')[0]));
    const inputs = {
      query: declared.includes(RouteParamtypes.QUERY),
      body: declared.includes(RouteParamtypes.BODY),
    };
    this.inputs.set(handler, inputs);
    return inputs;
  }
}

function inspectParameter(name: string, value: unknown): void {
  if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())) {
    throw malformedBody(`The parameter "${name}" holds a character that no text may hold.`);
  }
}
