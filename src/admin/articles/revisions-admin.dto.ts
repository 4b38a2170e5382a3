/** Which versions of an article staff ask for. */
import { ApiParam } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { notFound } from '../../platform/http/problem.js';
import { WholeNumber } from '../../platform/http/whole-number.decorator.js';

/** What PostgreSQL can hold. */
const highest = 2 ** 31 - 1;

const wholeNumber = /^\d{1,10}$/;

export class CompareQuery {
  /** The number of the version that is held against the other. */
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(highest)
  from: number;

  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(highest)
  to: number;
}

/** Names a version in the path. */
export const OfRevision = () =>
  ApiParam({ name: 'number', schema: { type: 'integer', minimum: 1, maximum: highest } });

/**
 * A version in a path that is no number, or a number spelled otherwise, names nothing: 404, as for one that does
 * not exist.
 */
export function revisionIn(path: string): number {
  const number = wholeNumber.test(path) ? Number(path) : 0;
  if (number < 1 || number > highest || String(number) !== path) throw notFound();
  return number;
}
