/** A moment as a caller writes it: ISO 8601 with its offset, or a day, which begins at midnight UTC. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsDate, isISO8601 } from 'class-validator';

const written = /^[12]\d{3}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

/** @param required false where it may be left out */
export const Instant = (required = true) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => instantOf(value) ?? value),
    IsDate({ message: 'must be a moment like 2027-01-31T12:00:00Z, or a day like 2027-01-31' }),
    ApiProperty({ type: String, format: 'date-time', required }),
  );

/** @returns null for what is no moment */
export function instantOf(value: unknown): Date | null {
  if (typeof value !== 'string' || !written.test(value)) return null;
  if (!isISO8601(value, { strict: true, strictSeparator: true })) return null;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
