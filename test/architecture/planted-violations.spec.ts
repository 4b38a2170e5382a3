import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import table from '../../architecture/floors.json' with { type: 'json' };
import { root } from './source-files.js';

const rooms = table.floors.flatMap((floor, number) =>
  floor.map(({ room }) => ({ name: room, number })),
);

/** Packages that the planted files import; empty ones stand in for them. */
const packages = ['stripe', 'nodemailer', '@nestjs/common', 'pg', 'undeclared'];

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

/** A small house in which every law is broken once, and kept beside it. */
const planted: Record<string, string> = Object.fromEntries([
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

const manifest = {
  name: 'planted',
  type: 'module',
  dependencies: Object.fromEntries(
    packages.filter((name) => name !== 'undeclared').map((name) => [name, '*']),
  ),
};

let house: string;
/** `rule: from → to` of each broken dependency rule. */
let dependencies: string[];
/** `rule: file` of each finding of the linter. */
let findings: string[];

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'broadsheet-planted-'));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(house, path)), { recursive: true });
    await writeFile(join(house, path), text);
  };
  for (const path of [
    '.oxlintrc.json',
    '.dependency-cruiser.mjs',
    'architecture',
    'tsconfig.json',
  ]) {
    await cp(join(root, path), join(house, path), { recursive: true });
  }
  for (const [path, text] of Object.entries(planted)) await write(path, `${text}\n`);
  await write('package.json', JSON.stringify(manifest));
  for (const name of packages) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await write(`node_modules/${name}/index.js`, 'module.exports = 1;\n');
  }
  await symlink(join(root, 'node_modules/@types'), join(house, 'node_modules/@types'), 'dir');
  [dependencies, findings] = await Promise.all([cruise(), lint()]);
}, 60_000);

afterAll(() => rm(house, { recursive: true, force: true }));

/** The linter looks for its type-aware half beside itself or on the path. */
const withOurTools = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);

/** What a tool prints, whether or not it found something. */
function run(tool: string, parameters: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules', tool), ...parameters],
      { cwd: house, env: { ...process.env, PATH: withOurTools }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (stdout.startsWith('{')) resolve(stdout);
        else reject(new Error(`${tool} did not answer: ${stdout}${stderr}`, { cause: error }));
      },
    );
  });
}

async function cruise(): Promise<string[]> {
  const printed = await run('dependency-cruiser/bin/dependency-cruise.mjs', [
    ...['src', 'scripts', 'simulator', 'test'],
    ...['--output-type', 'json'],
  ]);
  const { summary } = JSON.parse(printed) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

async function lint(): Promise<string[]> {
  const printed = await run('oxlint/bin/oxlint', ['--format', 'json']);
  const { diagnostics } = JSON.parse(printed) as {
    diagnostics: { code: string; filename: string }[];
  };
  return diagnostics.map(({ code, filename }) => `${code}: ${filename}`);
}

describe('A room that reaches into another', () => {
  it.each(rooms)('$name is told of every room beside and above it, and of none below', (room) => {
    const told = dependencies.filter((each) => each.startsWith(`floor-of-${room.name}: `));
    const expected = rooms
      .filter((other) => other.number >= room.number && other.name !== room.name)
      .map(
        (other) =>
          `floor-of-${room.name}: src/${room.name}/reaching.ts → src/${other.name}/thing.ts`,
      );
    const roof = [`floor-of-site: src/site/under-the-roof.ts → src/app.ts`];
    expect(told.toSorted()).toEqual(
      [...expected, ...(room.name === 'site' ? roof : [])].toSorted(),
    );
  });
});

describe('A file that crosses a border', () => {
  it.each([
    'border-stripe-sdk: src/billing/hasty.service.ts → node_modules/stripe/index.js',
    'border-mail-transport: src/users/letter.service.ts → node_modules/nodemailer/index.js',
    'border-prisma-packages: src/plans/driver.service.ts → node_modules/pg/index.js',
    'border-access-pass-mint: src/site/generous.page.ts → src/articles/access-pass.mint.ts',
    'the-pass-is-only-a-type: src/articles/access-pass.ts → src/articles/access-pass.mint.ts',
    'border-generated-prisma-client: src/plans/plan.service.ts → src/platform/database/generated/client.ts',
    'simulator-stands-alone: simulator/src/server.ts → src/plans/thing.ts',
    'app-knows-no-simulator: src/site/simulated.ts → simulator/src/sim.ts',
    'src-knows-no-tools: src/site/tooled.ts → scripts/tool.ts',
    'nothing-imports-tests: src/site/tested.ts → test/support/sample.ts',
    'not-to-unresolvable: src/site/mistyped.ts → ../plans/nothign.js',
    'only-declared-packages: src/site/borrowed.ts → node_modules/undeclared/index.js',
    'no-orphans: src/site/forgotten.ts → src/site/forgotten.ts',
    'rules-import-only-rules-and-plain-types: src/plans/price.rules.ts → src/plans/desk.service.ts',
    'rules-reach-nothing-that-acts: src/plans/trial.rules.ts → src/plans/desk.service.ts',
    'no-circular: src/plans/left.ts → src/plans/right.ts',
  ])('is told: %s', (violation) => {
    expect(dependencies).toContain(violation);
  });

  it('is alone in being told: who keeps the laws hears nothing', () => {
    const files = (rule: string) =>
      new Set(
        dependencies.filter((each) => each.startsWith(rule)).map((each) => each.split(/: | → /)[1]),
      );
    expect(files('border-')).toEqual(
      new Set([
        'src/billing/hasty.service.ts',
        'src/users/letter.service.ts',
        'src/plans/driver.service.ts',
        'src/site/generous.page.ts',
        'src/plans/plan.service.ts',
      ]),
    );
    expect(files('rules-')).toEqual(
      new Set(['src/plans/price.rules.ts', 'src/plans/trial.rules.ts']),
    );
    expect(files('no-circular')).toEqual(new Set(['src/plans/left.ts']));
    expect(files('simulator-')).toEqual(new Set(['simulator/src/server.ts']));
  });
});

describe('The linter', () => {
  const told = (rule: string) =>
    findings
      .filter((each) => each.startsWith(`${rule}: `))
      .map((each) => each.slice(rule.length + 2))
      .toSorted();

  it('keeps the environment in platform/config', () => {
    expect(told('house(environment)')).toEqual([
      'src/users/setting-apart.ts',
      'src/users/setting-global.ts',
      'src/users/setting-imported.ts',
      'src/users/setting-renamed.ts',
      'src/users/setting.ts',
    ]);
  });

  it("keeps the machine's clock in platform/clock", () => {
    expect(told('house(clock)')).toEqual([
      'simulator/src/moment.ts',
      'src/users/moment-handed-on.ts',
      'src/users/moment-new.ts',
      'src/users/moment.ts',
    ]);
  });

  it('keeps chance, exceptions and waiting out of the rules', () => {
    expect(told('house(pure-rules)')).toEqual([
      'src/plans/chance.rules.ts',
      'src/plans/refusal.rules.ts',
      'src/plans/waiting.rules.ts',
    ]);
  });

  it.each([
    ['typescript(no-floating-promises)', 'src/users/floating.ts'],
    ['typescript(no-misused-promises)', 'src/users/misused.ts'],
    ['typescript(switch-exhaustiveness-check)', 'src/users/unfinished.ts'],
    ['typescript(no-explicit-any)', 'src/users/anything.ts'],
    ['typescript(no-unsafe-assignment)', 'src/users/unsafe.ts'],
    ['typescript(no-non-null-assertion)', 'src/users/surely.ts'],
    ['typescript(ban-ts-comment)', 'src/users/hushed.ts'],
    ['eslint(eqeqeq)', 'src/users/loose.ts'],
    ['eslint(no-console)', 'src/users/loud.ts'],
    ['house(injected-imports)', 'src/users/injected.service.ts'],
  ])('%s is broken by %s alone', (rule, file) => {
    expect(told(rule)).toEqual([file]);
  });

  it('sees circles too', () => {
    expect(told('import(no-cycle)')).toEqual(
      expect.arrayContaining(['src/plans/left.ts', 'src/plans/right.ts']),
    );
  });
});
