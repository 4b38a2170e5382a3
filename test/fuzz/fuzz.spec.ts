/** Whatever is sent to the API, by whomever: it never fails, and answers as its description says. */
import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Operation } from '../support/openapi.js';
import { AnswerJudge } from './answer-judge.js';
import { type AnyRequest, AnyRequests } from './any-request.js';
import { FuzzTown } from './fuzz-town.js';

const wanted = Number(process.env['FUZZ_REQUESTS'] ?? 20_000);
const drawn = process.env['FUZZ_SEED'] ?? '20261123';
const seed = drawn === 'any' ? randomInt(2 ** 31) : Number(drawn);
/** So many are on their way at the same time. */
const abreast = 8;
/** A second of silence for each that a patient client waits. */
const patience = 15 * 60_000;

let town: FuzzTown;

beforeAll(async () => {
  town = await FuzzTown.open();
});

afterAll(() => town.close());

it('Nothing that is sent breaks anything', { timeout: patience }, async () => {
  const { operations, document } = town;
  const requests = new AnyRequests(document);
  const judge = new AnswerJudge(document);
  const each = Math.ceil(wanted / operations.length);
  // Each operation in turn, so that what one makes is there for the next.
  const series = operations.map((operation, at) => ({
    operation,
    drawn: fc.sample(requests.of(operation), { numRuns: each, seed: seed + at }),
  }));
  const waiting = Array.from({ length: each }, (_, turn) =>
    series.flatMap((one) =>
      one.drawn.slice(turn, turn + 1).map((request) => ({ ...one, request })),
    ),
  ).flat();
  const faults = new Map<string, string>();
  const wellAnswered = new Set<string>();
  const sent = waiting.length;
  const knock = async (operation: Operation, request: AnyRequest): Promise<void> => {
    const answer = await town.send(operation, request);
    if (answer.status < 400) wellAnswered.add(operation.name);
    for (const fault of judge.faultsOf(operation, answer)) {
      const kind = `${operation.name} ${fault.slice(0, 60)}`;
      if (!faults.has(kind)) faults.set(kind, told(operation, request, fault));
    }
  };
  const walk = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await knock(next.operation, next.request);
    }
  };
  await Promise.all(Array.from({ length: abreast }, walk));
  const reached = `${operations.length} operations, ${each} each, ${wellAnswered.size} of them answered well`;
  const figures = `${sent} requests to ${reached}, ${faults.size} failures`;
  process.stdout.write(`Fuzz with the seed ${seed}: ${figures}\n`);
  // What is only ever refused shows nothing of what it answers.
  const fewest = each < 100 ? 0 : operations.length * 0.6;
  expect(wellAnswered.size, 'operations that were answered well').toBeGreaterThanOrEqual(fewest);
  expect([...faults.values()], `Once more: FUZZ_SEED=${seed} npm run test:fuzz`).toEqual([]);
});

const told = (operation: Operation, { caller, target, headers, body }: AnyRequest, fault: string) =>
  `${operation.name} as ${caller}: ${fault}\n  asked ${target} ${JSON.stringify(headers)} ${body?.slice(0, 300) ?? ''}`;
