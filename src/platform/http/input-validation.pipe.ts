/** Validates what comes in against its DTO: a body answers 422, a parameter 400, each naming its fields. */
import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, invalidBody, invalidParameters } from './problem.js';

class ValidationFailed extends Error {
  constructor(readonly fields: FieldError[]) {
    super('validation failed');
  }
}

@Injectable()
export class InputValidationPipe extends ValidationPipe {
  /** What becomes of a query without a parameter, by its class; most requests have none. */
  private readonly empties = new WeakMap<object, object>();

  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) => new ValidationFailed(flatten(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (type !== 'query' || metatype === undefined || !isEmpty(value)) {
      return this.validated(value, metadata);
    }
    let empty = this.empties.get(metatype);
    if (empty === undefined) {
      empty = (await this.validated(value, metadata)) as object;
      this.empties.set(metatype, empty);
    }
    return Object.assign(Object.create(Object.getPrototypeOf(empty) as object) as object, empty);
  }

  private async validated(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      if (!(error instanceof ValidationFailed)) throw error;
      throw metadata.type === 'body' ? invalidBody(error.fields) : invalidParameters(error.fields);
    }
  }
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (const _ in value) return false;
  return true;
}

function flatten(errors: ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const messages = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      field,
      message: rule === 'whitelistValidation' ? 'There is no such field.' : message,
    }));
    return [...messages, ...flatten(error.children ?? [], field)];
  });
}
