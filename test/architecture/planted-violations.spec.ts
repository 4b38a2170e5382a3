import { beforeAll, describe, expect, it } from 'vitest';
import { rooms } from './planted-files.js';
import { type PlantedHouse, inspectPlantedHouse } from './planted-house.js';

let dependencies: PlantedHouse['dependencies'];
let findings: PlantedHouse['findings'];

beforeAll(async () => {
  ({ dependencies, findings } = await inspectPlantedHouse());
});

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
    'border-public-reads: src/paywall/elder.repository.ts → src/platform/database/public-reads.ts',
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
        'src/paywall/elder.repository.ts',
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
