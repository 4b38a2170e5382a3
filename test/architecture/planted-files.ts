/** The files of a small house in which every law is broken once, and kept beside it. */
import table from '../../architecture/floors.json' with { type: 'json' };

export const rooms = table.floors.flatMap((floor, number) =>
  floor.map(({ room }) => ({ name: room, number })),
);

/** Packages that the planted files import; empty ones stand in for them. */
export const packages = ['stripe', 'nodemailer', '@nestjs/common', 'pg', 'undeclared'];

/** Each room has a plain file, and one that reaches into every other room. */
const reaching = rooms.flatMap(({ name }) => [
  [`src/${name}/thing.ts`, 'export type Thing = string;'],
  [
    `src/${name}/reaching.ts`,
    rooms
      .filter((other) => other.name !== name)
      .map((other) => `export type { Thing as ${other.name} } from '../${other.name}/thing.js';`)
      .join('\n'),
  ],
]);

/** What stands in each file, by its path. */
export const planted: Record<string, string> = Object.fromEntries([
  ...reaching,
  // Circles.
  ['src/plans/left.ts', `import { right } from './right.js'; export const left = () => right;`],
  ['src/plans/right.ts', `import { left } from './left.js'; export const right = () => left;`],
  // The roof.
  ['src/app.ts', `import '../src/plans/left.js'; export const app = 1;`],
  ['src/site/under-the-roof.ts', `export { app } from '../app.js';`],
  // Rules decide; they neither act, nor reach what acts, nor look around.
  ['src/plans/price.rules.ts', `import { desk } from './desk.service.js'; export const a = desk;`],
  ['src/plans/desk.service.ts', `import '@nestjs/common'; export const desk = 1;`],
  ['src/plans/trial.rules.ts', `import { note } from './note.js'; export const b = note;`],
  ['src/plans/note.ts', `export { desk as note } from './desk.service.js';`],
  ['src/plans/length.rules.ts', `import type { Thing } from './thing.js'; export type C = Thing;`],
  ['src/plans/chance.rules.ts', 'export const d = () => Math.random();'],
  ['src/plans/refusal.rules.ts', `export const e = () => { throw new Error('no'); };`],
  ['src/plans/waiting.rules.ts', 'export const f = async () => Promise.resolve(1);'],
  // Borders.
  ['src/billing/stripe/stripe.client.ts', `export { default } from 'stripe';`],
  ['src/billing/hasty.service.ts', `export { default } from 'stripe';`],
  ['src/platform/mail/mailer.ts', `export { default } from 'nodemailer';`],
  ['src/users/letter.service.ts', `export { default } from 'nodemailer';`],
  ['src/articles/access-pass.mint.ts', 'export const mint = 1;'],
  ['src/paywall/reading.service.ts', `export { mint } from '../articles/access-pass.mint.js';`],
  ['src/site/generous.page.ts', `export { mint } from '../articles/access-pass.mint.js';`],
  ['src/articles/access-pass.ts', `export { mint } from './access-pass.mint.js';`],
  ['src/platform/database/public-reads.ts', 'export const reads = 1;'],
  [
    'src/articles/article.repository.ts',
    `export { reads } from '../platform/database/public-reads.js';`,
  ],
  [
    'src/paywall/elder.repository.ts',
    `export { reads } from '../platform/database/public-reads.js';`,
  ],
  ['src/platform/database/generated/client.ts', 'export const client = 1;'],
  [
    'src/plans/plan.repository.ts',
    `export { client } from '../platform/database/generated/client.js';`,
  ],
  ['src/plans/plan-row.ts', `export { client } from '../platform/database/generated/client.js';`],
  [
    'src/plans/plan.service.ts',
    `export { client } from '../platform/database/generated/client.js';`,
  ],
  ['src/plans/driver.service.ts', `export { default } from 'pg';`],
  // The annex, the tools, the tests.
  ['simulator/src/server.ts', `export type { Thing } from '../../src/plans/thing.js';`],
  ['src/site/simulated.ts', `export { sim } from '../../simulator/src/sim.js';`],
  ['simulator/src/sim.ts', 'export const sim = 1;'],
  ['scripts/tool.ts', `export type { Thing } from '../src/plans/thing.js';`],
  ['src/site/tooled.ts', `export type { Thing } from '../../scripts/tool.js';`],
  ['src/site/tested.ts', `export type { Sample } from '../../test/support/sample.js';`],
  ['test/support/sample.ts', 'export type Sample = string;'],
  // What is not there, not declared, or not used.
  ['src/site/mistyped.ts', `export { nothing } from '../plans/nothign.js';`],
  ['src/site/borrowed.ts', `export { default } from 'undeclared';`],
  ['src/site/forgotten.ts', 'export {};'],
  // The environment and the clock.
  ['src/platform/config/environment.ts', 'export const all = process.env;'],
  ['src/users/setting.ts', `export const a = process.env['A'];`],
  ['src/users/setting-apart.ts', 'export const { env } = process;'],
  ['src/users/setting-renamed.ts', 'const p = process; export const b = p.env;'],
  ['src/users/setting-imported.ts', `import { env } from 'node:process'; export const c = env;`],
  ['src/users/setting-global.ts', 'export const d = globalThis.process.env;'],
  ['src/platform/clock/clock.ts', 'export const now = () => new Date(Date.now());'],
  ['src/users/moment.ts', 'export const now = () => Date.now();'],
  ['src/users/moment-new.ts', 'export const now = () => new Date();'],
  ['src/users/moment-handed-on.ts', 'export const clock = Date.now;'],
  ['src/users/moment-given.ts', 'export const later = (now: Date) => new Date(now.getTime() + 1);'],
  ['simulator/src/moment.ts', 'export const now = () => new Date();'],
  // Promises, switches, types.
  ['src/users/floating.ts', 'const f = async () => 1; export const g = () => { f(); };'],
  ['src/users/awaited.ts', 'const f = async () => 1; export const g = async () => { await f(); };'],
  [
    'src/users/misused.ts',
    'const f = async () => true; export const g = () => { if (f()) return; };',
  ],
  [
    'src/users/unfinished.ts',
    `export const h = (a: 'x' | 'y'): number => { switch (a) { case 'x': return 1; } return 0; };`,
  ],
  ['src/users/anything.ts', 'export const i = (a: any) => String(a);'],
  ['src/users/unsafe.ts', `export const j: string = JSON.parse('1');`],
  ['src/users/surely.ts', 'export const k = (a: string | null) => a!.length;'],
  ['src/users/hushed.ts', '// @ts-ignore\nexport const l: number = 1;'],
  ['src/users/loose.ts', 'export const m = (a: unknown) => a == 1;'],
  ['src/users/loud.ts', `export const n = () => console.log('n');`],
  [
    'src/users/injected.service.ts',
    [
      `import type { Clock } from './clock-type.js';`,
      'const Injectable = () => (_: unknown) => undefined;',
      '@Injectable() export class Desk { constructor(readonly clock: Clock) {} }',
    ].join('\n'),
  ],
  ['src/users/clock-type.ts', 'export class Clock {}'],
]);
