/** Reads an HTML form with the API's own DTOs, and names the fields that are wrong instead of refusing. */
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

export type FormReading<Dto> = { sent: Dto; wrong: null } | { sent: null; wrong: Set<string> };

/**
 * @param body what the browser sent; whatever is not among `fields` is left where it is
 */
export function readForm<Dto extends object>(
  shape: new () => Dto,
  body: unknown,
  fields: readonly (keyof Dto & string)[],
): FormReading<Dto> {
  const given = Object.fromEntries(fields.map((field) => [field, fieldOf(body, field)]));
  const sent = plainToInstance(shape, given, { exposeUnsetFields: false });
  const wrong = new Set(validateSync(sent).map(({ property }) => property));
  return wrong.size === 0 ? { sent, wrong: null } : { sent: null, wrong };
}

/** A single field; undefined when it is missing, or sent more than once. */
export function fieldOf(body: unknown, field: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value = (body as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : undefined;
}
