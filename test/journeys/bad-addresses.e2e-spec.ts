/** Whoever asks at an address in a way that it does not know is told so, and nothing is written down. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/api.js';
import {
  type DescribedTown,
  faultsIn,
  faultsOf,
  startDescribedTown,
} from '../support/described-town.js';
import type { Operation, Schema } from '../support/openapi.js';
import { sendRaw } from '../support/raw-http.js';
import type { TestTown } from '../support/town.js';

let here: DescribedTown;
let town: TestTown;
let before: Record<string, number>;

beforeAll(async () => {
  here = await startDescribedTown();
  ({ town } = here);
  before = await here.rowCounts();
});

afterAll(() => town.close());

describe('A door', () => {
  it('is closed to a stranger before anything else is looked at', async () => {
    const closed = here.operations.filter(({ access }) => /^(session|permission)/.test(access));
    expect(closed.length).toBeGreaterThan(30);
    const faults = await faultsIn(closed, async (operation) => {
      const told = await ask(town.url, operation.method, `${here.addressOf(operation)}?unknown=1`, {
        body: operation.method === 'GET' ? undefined : { unknown: 1 },
      });
      const challenge = told.headers.get('www-authenticate') ?? 'none';
      return [...faultsOf(told, 401), ...(challenge.startsWith('Bearer') ? [] : [challenge])];
    });
    expect(faults).toEqual([]);
  });

  it('of the staff is closed to readers', async () => {
    const staffs = here.operations.filter(({ access }) => access.startsWith('permission'));
    const faults = await faultsIn(staffs, async ({ method, path }) =>
      faultsOf(await town.ask(method, path, { token: here.reader }), 403),
    );
    expect(faults).toEqual([]);
  });
});

/** Like `/members/{id}` at `/members/export`: what one does not answer, the other does. */
function isAlsoAt(pattern: string, path: string): boolean {
  const [these, those] = [pattern.split('/'), path.split('/')];
  return (
    these.length === those.length &&
    these.every((part, at) => part === those[at] || part.startsWith('{'))
  );
}

describe('An address', () => {
  it('takes no parameter that it does not know', async () => {
    const faults = await faultsIn(here.operations, async (operation) => {
      const queries = ['unknown=1', 'fields=bodyHtml', '__proto__=1', 'constructor=1', 'limit[]=1'];
      const told = await Promise.all(
        queries.map((query) =>
          town.ask(operation.method, `${here.addressOf(operation)}?${query}`, {
            token: here.tokenFor(operation),
          }),
        ),
      );
      return told.flatMap((answer) => faultsOf(answer, 400));
    });
    expect(faults).toEqual([]);
  });

  it('takes none of its parameters twice, nor with a value that cannot be', async () => {
    const faults = await faultsIn(here.operations, async (operation) => {
      const queries = operation.parameters
        .filter((parameter) => parameter.in === 'query')
        .flatMap(({ name, schema }) => [
          `${name}=a&${name}=b`,
          `${name}=%00`,
          `${name}=${'x'.repeat(3_000)}`,
          `${name}[not]=`,
          ...(schema?.type === 'integer'
            ? ['', '-1', '1.5', '1e309', 'x', '1,2', '0x10', '1e1', '%201', ...beyond(schema)].map(
                (value) => `${name}=${value}`,
              )
            : []),
        ]);
      const told = await Promise.all(
        queries.map(async (query) => {
          const path = `${here.addressOf(operation)}?${query}`;
          const answer = await town.ask(operation.method, path, {
            token: here.tokenFor(operation),
          });
          return faultsOf(answer, 400).map((fault) => `?${query.slice(0, 40)} ${fault}`);
        }),
      );
      return told.flat();
    });
    expect(faults).toEqual([]);
  });

  it('with an id that is none leads nowhere', async () => {
    const named = here.operations.filter(({ path }) => path.includes('{'));
    const faults = await faultsIn(named, async (operation) => {
      const ids = ['1', 'null', '..%2f..', "a'%20or%201=1", '01890000-0000-7000-8000-00000000000g'];
      const told = await Promise.all(
        ids.map((id) =>
          town.ask(operation.method, operation.path.replace(/\{\w+\}/, id), {
            token: here.tokenFor(operation),
            body: operation.requestBody === undefined ? undefined : here.valid(operation),
          }),
        ),
      );
      return told.flatMap((answer) => faultsOf(answer, 404));
    });
    expect(faults).toEqual([]);
  });

  it('that is badly encoded or far too long is refused', async () => {
    const targets = here.operations
      .filter(({ path }) => path.includes('{'))
      .map(({ path }) => path.replace(/\{\w+\}/, '%ID%'));
    const faults: string[] = [];
    for (const target of new Set([...targets, '/api/v1/%ID%', '/articles/%ID%', '/%ID%'])) {
      for (const id of ['%ff', '%zz', '%', '%c0%af']) {
        const told = await sendRaw(town.url, 'GET', target.replace('%ID%', id));
        faults.push(...faultsOf(told, 400).map((fault) => `${target} ${id}: ${fault}`));
      }
      for (const length of [500, 16_000, 40_000]) {
        const told = await sendRaw(town.url, 'GET', target.replace('%ID%', 'x'.repeat(length)), {
          headers: { accept: 'application/json' },
        });
        const statuses = length > 16_000 ? [431] : [401, 404, 405, 414];
        faults.push(
          ...faultsOf(told, ...statuses).map((fault) => `${length} at ${target}: ${fault}`),
        );
      }
    }
    expect(faults).toEqual([]);
    const slug = await sendRaw(town.url, 'GET', '/api/v1/articles/%00');
    expect(faultsOf(slug, 400)).toEqual([]);
  });

  it('names the methods that it answers to whoever tries another', async () => {
    const faults: string[] = [];
    for (const path of new Set(here.operations.map((operation) => operation.path))) {
      const those = here.operations.filter((operation) => operation.path === path);
      const known = those.map(({ method }) => method);
      const answered = here.operations
        .filter((operation) => isAlsoAt(operation.path, path))
        .map(({ method }) => method);
      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
      for (const method of others.filter((each) => !answered.includes(each))) {
        const told = await sendRaw(town.url, method, here.addressOf(those[0] as Operation));
        const allowed = (told.headers.get('allow') ?? '').split(', ');
        const isSaid = known.every((each) => allowed.includes(each)) && !allowed.includes(method);
        faults.push(
          ...[...faultsOf(told, 405), ...(isSaid ? [] : ['no Allow'])].map(
            (f) => `${method} ${path}: ${f}`,
          ),
        );
      }
    }
    expect(faults).toEqual([]);
  });

  it('that no HTTP request names is answered all the same', async () => {
    const told = await sendRaw(town.url, 'NONSENSE', '/api/v1/plans');
    expect(faultsOf(told, 400)).toEqual([]);
  });

  it('leaves no row behind when it is refused, and takes none away', async () => {
    await town.mailbox();
    expect(await here.rowCounts()).toEqual(before);
  });
});

/** The numbers next to those that the description allows. */
function beyond({ minimum, maximum }: Schema): string[] {
  const below = minimum === undefined ? [] : [minimum - 1];
  const above = maximum === undefined ? [] : [maximum + 1];
  expect(below.length + above.length).toBeGreaterThan(0);
  return [...below, ...above].map(String);
}
