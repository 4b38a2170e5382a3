/** Lets a fault happen to a town while everybody reads, and holds against it whatever went wrong. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Answered, type Caller, Crowd } from './crowd.js';
import { type FaultTable, shares } from './fault-table.js';
import type { TownUnderFire } from './town-under-fire.js';

/** Milliseconds. */
const bounds = { answer: 4_000, recovery: 5_000, jobs: 5_000 };

/** Whoever is turned away by a machine that has too much to do just now would be so without a fault. */
const tooMany = 'Too many ask';

interface Scene {
  readonly town: TownUnderFire;
  readonly table: FaultTable;
}

export interface Fault {
  readonly name: string;
  /** Until it returns the fault lasts. */
  readonly happens: () => Promise<void>;
  /** Milliseconds within which everybody is answered. */
  readonly answered?: number;
}

export interface Outcome {
  /** What was answered while it lasted. */
  readonly during: readonly Answered[];
  /** What should not have happened, in words. */
  readonly wrong: readonly string[];
}

export async function under(
  { town, table }: Scene,
  { name, happens, answered = bounds.answer }: Fault,
): Promise<Outcome> {
  const { needing, notNeeding } = town.callers();
  const crowd = new Crowd(town.url);
  const ending = await town.endingMember(1_500);
  crowd.add(...needing, ...notNeeding, ending);
  const everybody = [...needing, ...notNeeding];
  let course: Course;
  try {
    course = await watch(town, crowd, happens, everybody);
  } finally {
    await crowd.goHome();
  }
  const { begun, over, well, recovered, jobsBack } = course;
  const during = crowd.answers.filter(({ askedAt }) => askedAt >= begun && askedAt < over);
  const failed = crowd.answers.filter(({ status }) => status === 0 || status >= 500);
  table.add({
    fault: name,
    lasted: Math.round(over - begun),
    answers: during.length,
    refused503: during.filter(({ status }) => status === 503).length,
    otherFailures: failed.filter(({ status }) => status !== 503).length,
    slowest: Math.round(Math.max(...during.map(({ took }) => took))),
    recovered: Math.round(recovered),
    jobsBack: Math.round(jobsBack),
    wentOn: shares(during),
  });
  const calm = new Set(notNeeding.map(({ who }) => who));
  const unwell = crowd.answers.filter(({ isGood, said }) => !isGood && !said.includes(tooMany));
  return {
    during,
    wrong: [
      ...(town.isRunning ? [] : ['The process has ended.']),
      ...told(
        'a wall was open',
        crowd.answers.filter(({ isLeak }) => isLeak),
      ),
      ...told(
        'no 503',
        failed.filter(({ status }) => status !== 503),
      ),
      ...told(
        'did not say when to come again',
        failed.filter(({ saysWhen }) => !saysWhen),
      ),
      ...told(
        `took longer than ${answered} ms`,
        during.filter(({ took }) => took > answered),
      ),
      ...told(
        'needs no database',
        unwell.filter(({ who }) => calm.has(who)),
      ),
      ...told(
        'was over',
        unwell.filter(({ askedAt, who }) => askedAt > well && who !== ending.who),
      ),
      ...(recovered < bounds.recovery ? [] : [`Members read again after ${recovered} ms.`]),
      ...(jobsBack < bounds.jobs ? [] : [`Jobs were done again after ${jobsBack} ms.`]),
    ],
  };
}

/** Enough to see what it was. */
const told = (what: string, answers: readonly Answered[]): string[] =>
  answers
    .slice(0, 5)
    .map(
      ({ who, status, took, said }) =>
        `${what}: ${who}, ${status}, ${Math.round(took)} ms, ${said}`,
    );

interface Course {
  /** Milliseconds, of `performance`. */
  readonly begun: number;
  readonly over: number;
  readonly well: number;
  /** Milliseconds. */
  readonly recovered: number;
  readonly jobsBack: number;
}

async function watch(
  town: TownUnderFire,
  crowd: Crowd,
  happens: () => Promise<void>,
  callers: Caller[],
): Promise<Course> {
  // Everybody is well before it, and what is kept is there.
  for (const { who } of callers) {
    const isWell = (await crowd.firstGood(who, 0)) < Infinity;
    expect(isWell, crowd.lastWords(who)).toBe(true);
  }
  const begun = performance.now();
  await happens();
  const over = performance.now();
  const recovered = (await crowd.firstGood('a member', over)) - over;
  const jobsBack = await town.timeOfJob();
  await expect.poll(() => town.isListening(), { timeout: bounds.recovery }).toBe(true);
  const well = performance.now();
  await pause(600);
  return { begun, over, recovered, jobsBack, well };
}
