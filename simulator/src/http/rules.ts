/** The words an endpoint's parameters are described with. A table of rules both checks a form and gives its type. */
import { invalidParameter } from './errors.js';
import type { FormHash, FormValue } from './form.js';

/** Reads one parameter. `Value` is what it becomes; an optional one that was not sent is undefined. */
export interface Rule<Value> {
  readonly required: boolean;
  read(value: FormValue, at: string): Value;
}

export type Schema = Readonly<Record<string, Rule<unknown>>>;

type RequiredKeys<S extends Schema> = {
  [Key in keyof S]: S[Key] extends { readonly required: true } ? Key : never;
}[keyof S];

type ValueOf<R> = R extends Rule<infer Value> ? Value : never;

export type Params<S extends Schema> = { [Key in RequiredKeys<S>]: ValueOf<S[Key]> } & {
  [Key in Exclude<keyof S, RequiredKeys<S>>]?: ValueOf<S[Key]>;
};

export interface OptionalRule<Value> extends Rule<Value> {
  readonly required: false;
}

export interface RequiredRule<Value> extends Rule<Value> {
  readonly required: true;
}

function rule<Value>(read: (value: FormValue, at: string) => Value): OptionalRule<Value> {
  return { required: false, read };
}

export function required<Value>(inner: Rule<Value>): RequiredRule<Value> {
  return { required: true, read: (value, at) => inner.read(value, at) };
}

/** An empty value unsets the parameter: it reads as null. */
export function clearable<Value>(inner: Rule<Value>): OptionalRule<Value | null> {
  return rule((value, at) => (value === '' ? null : inner.read(value, at)));
}

export function text(options: { max?: number } = {}): OptionalRule<string> {
  const max = options.max ?? 5000;
  return rule((value, at) => {
    const read = plain(value, at);
    if (read.length > max) {
      throw invalidParameter(
        `Invalid string: ${read.slice(0, 20)}…; must be at most ${max} characters`,
        at,
        'parameter_invalid_string',
      );
    }
    return read;
  });
}

export function integer(options: { min?: number; max?: number } = {}): OptionalRule<number> {
  return rule((value, at) => {
    const read = plain(value, at);
    if (!/^-?\d{1,15}$/.test(read)) {
      throw invalidParameter(`Invalid integer: ${read}`, at, 'parameter_invalid_integer');
    }
    const number = Number(read);
    if (options.min !== undefined && number < options.min) {
      const limit =
        options.min === 0
          ? 'Invalid non-negative integer'
          : `This value must be greater than or equal to ${options.min}`;
      throw invalidParameter(limit, at, 'parameter_invalid_integer');
    }
    if (options.max !== undefined && number > options.max) {
      throw invalidParameter(
        `This value must be less than or equal to ${options.max}`,
        at,
        'parameter_invalid_integer',
      );
    }
    return number;
  });
}

/** Seconds since 1970. */
export const timestamp = () => integer({ min: 0 });

export function boolean(): OptionalRule<boolean> {
  return rule((value, at) => {
    const read = plain(value, at);
    if (read !== 'true' && read !== 'false') {
      throw invalidParameter(`Invalid boolean: ${read}`, at, 'parameter_invalid_boolean');
    }
    return read === 'true';
  });
}

export function oneOf<const Choice extends string>(
  ...choices: readonly Choice[]
): OptionalRule<Choice> {
  return rule((value, at) => {
    const read = plain(value, at);
    const choice = choices.find((candidate) => candidate === read);
    if (choice === undefined) {
      throw invalidParameter(`Invalid ${at}: must be one of ${sentence(choices)}`, at);
    }
    return choice;
  });
}

/** One of these words, or seconds since 1970. */
export const timestampOr = <const Word extends string>(
  ...words: readonly Word[]
): OptionalRule<Word | number> =>
  rule((value, at) => words.find((word) => word === value) ?? timestamp().read(value, at));

export const nowOrTimestamp = () => timestampOr('now');

export function list<Value>(
  inner: Rule<Value>,
  options: { max?: number } = {},
): OptionalRule<Value[]> {
  return rule((value, at) => {
    if (!Array.isArray(value))
      throw invalidParameter('Invalid array', at, 'parameter_invalid_array');
    if (options.max !== undefined && value.length > options.max) {
      throw invalidParameter(`Array must have at most ${options.max} elements`, at);
    }
    return value.map((element, index) => inner.read(element, `${at}[${index}]`));
  });
}

export function hash<S extends Schema>(schema: S): OptionalRule<Params<S>> {
  return rule((value, at) => {
    if (typeof value === 'string' || Array.isArray(value)) {
      throw invalidParameter('Invalid object', at, 'parameter_invalid_object');
    }
    return readParams(schema, value, at);
  });
}

/** More than nothing, at most everything, with two decimals at most. */
export function percentage(): OptionalRule<number> {
  return rule((value, at) => {
    const read = plain(value, at);
    if (!/^\d{1,3}(\.\d{1,2})?$/.test(read) || Number(read) <= 0 || Number(read) > 100) {
      throw invalidParameter(`Invalid percentage: ${read}`, at);
    }
    return Number(read);
  });
}

/** The id of something, or a hash to make it from. */
export function textOr<Value>(inner: Rule<Value>): OptionalRule<string | Value> {
  return rule((value, at) =>
    typeof value === 'string' ? plain(value, at) : inner.read(value, at),
  );
}

/** A hash whose keys are the caller's own, each with a hash of the same kind. */
export function hashOf<S extends Schema>(schema: S): OptionalRule<Record<string, Params<S>>> {
  return rule((value, at) => {
    if (typeof value === 'string' || Array.isArray(value)) {
      throw invalidParameter('Invalid object', at, 'parameter_invalid_object');
    }
    const entries = Object.entries(value).map(
      ([key, inner]) => [key, hash(schema).read(inner, `${at}[${key}]`)] as const,
    );
    return Object.fromEntries(entries);
  });
}

/** Free keys with a null for each one that is to be removed. An empty value for the whole removes them all. */
export type MetadataChange = Record<string, string | null> | null;

export function metadata(): OptionalRule<MetadataChange> {
  return rule((value, at) => {
    if (value === '') return null;
    if (typeof value === 'string' || Array.isArray(value)) {
      throw invalidParameter('Invalid object', at, 'parameter_invalid_object');
    }
    const entries = Object.entries(value).map(([key, entry]): [string, string | null] => {
      const read = plainOrEmpty(entry, `${at}[${key}]`);
      if (key.length > 40 || read.length > 500) {
        throw invalidParameter(
          'Metadata keys can have up to 40 characters and values up to 500',
          `${at}[${key}]`,
        );
      }
      return [key, read === '' ? null : read];
    });
    if (entries.length > 50) throw invalidParameter('Metadata can have up to 50 keys', at);
    return Object.fromEntries(entries);
  });
}

export function changedMetadata(
  before: Record<string, string>,
  change: MetadataChange | undefined,
): Record<string, string> {
  if (change === undefined) return before;
  if (change === null) return {};
  const after = { ...before, ...change };
  return Object.fromEntries(
    Object.entries(after).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

export interface Range {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}

/** An instant, or `[gt]`, `[gte]`, `[lt]`, `[lte]`. */
export const range = (): OptionalRule<Range> =>
  rule((value, at) => {
    if (typeof value !== 'string') {
      return hash({
        gt: timestamp(),
        gte: timestamp(),
        lt: timestamp(),
        lte: timestamp(),
      }).read(value, at);
    }
    const instant = timestamp().read(value, at);
    return { gte: instant, lte: instant };
  });

/** Reads a whole form by its table; refuses what the table does not name. */
export function readParams<S extends Schema>(schema: S, form: FormHash, inside = ''): Params<S> {
  const address = (name: string) => (inside ? `${inside}[${name}]` : name);
  for (const name of Object.keys(form)) {
    if (!Object.hasOwn(schema, name)) {
      throw invalidParameter(
        `Received unknown parameter: ${address(name)}`,
        address(name),
        'parameter_unknown',
      );
    }
  }
  const read: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(schema)) {
    const value = form[name];
    if (value !== undefined) read[name] = rule.read(value, address(name));
    else if (rule.required) {
      throw invalidParameter(
        `Missing required param: ${address(name)}.`,
        address(name),
        'parameter_missing',
      );
    }
  }
  return read as Params<S>;
}

function plain(value: FormValue, at: string): string {
  const read = plainOrEmpty(value, at);
  if (read !== '') return read;
  throw invalidParameter(
    `You passed an empty string for '${at}'. We assume empty values are an attempt to unset a parameter; however '${at}' cannot be unset. You should remove '${at}' from your request or supply a non-empty value.`,
    at,
    'parameter_invalid_empty',
  );
}

function plainOrEmpty(value: FormValue, at: string): string {
  if (typeof value === 'string') return value;
  throw invalidParameter('Invalid string', at, 'parameter_invalid_string');
}

function sentence(choices: readonly string[]): string {
  if (choices.length < 2) return choices.join();
  return `${choices.slice(0, -1).join(', ')}, or ${choices.at(-1)}`;
}
