/** Who may import whom: the floors and borders of architecture/floors.json as dependency rules. */
import { borders, roomNames, roomsClosedTo, roof } from './architecture/floors.mjs';

const anyOf = (names) => `(${names.join('|')})`;
const exactly = (file) => file.replaceAll('.', '\\.');
/** Loaded by browsers, from the pages that name them. */
const browserScripts = '^src/site/(assets|offline/worker)/[^/]+\\.js$';
const tests = '(\\.spec\\.tsx?$|^test/|^simulator/test/)';

/** A room stands on the rooms of lower floors, never beside itself or upwards. */
const floorRules = roomNames().map((room) => ({
  name: `floor-of-${room}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: [`^src/${anyOf(roomsClosedTo(room))}/`, `^src/${anyOf(roof.map(exactly))}$`] },
}));

const borderRules = borders
  .filter(({ imports }) => imports !== undefined)
  .map(({ name, why, imports, openTo }) => ({
    name: `border-${name}`,
    comment: why,
    severity: 'error',
    from: { path: '^(src|prisma|scripts|simulator|test)/', pathNot: [...openTo, imports] },
    to: { path: imports },
  }));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...floorRules,
    ...borderRules,
    {
      name: 'rules-import-only-rules-and-plain-types',
      comment:
        'A decision needs nothing but its arguments: other rules files, plain types, pure parsers.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        pathNot: [
          '\\.rules\\.ts$',
          // Plain types: a file named by the thing alone, or by its shape, like `plan.ts`.
          '/[^./]+\\.ts$',
          '^src/platform/money/',
          '^url$',
          '^node_modules/(sanitize-html|htmlparser2|@types/sanitize-html|diff|class-validator)/',
        ],
      },
    },
    {
      name: 'rules-reach-nothing-that-acts',
      comment:
        'What a plain file imports counts too: no decision stands on a service, a store or the framework.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        reachable: true,
        path: [
          '\\.(service|repository|controller|module|gateway|job|guard|http)\\.ts$',
          // Where the platform decides, it is as pure.
          '^src/platform/(?!money/)(?!.*\\.rules\\.ts$)',
          '^node_modules/(@nestjs|@prisma|pg|stripe|fastify|nodemailer|graphile-worker)/',
        ],
      },
    },
    {
      name: 'the-pass-is-only-a-type',
      comment: 'access-pass.ts hands on the type of the pass, never the way to make one.',
      severity: 'error',
      from: { path: '^src/articles/' },
      to: { path: '^src/articles/access-pass\\.mint\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'simulator-stands-alone',
      comment: 'The simulator is a product of its own: development starts it as a second process.',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(src|prisma|scripts|test)/' },
    },
    {
      name: 'app-knows-no-simulator',
      severity: 'error',
      from: { path: '^(src|prisma)/' },
      to: { path: '^simulator/' },
    },
    {
      name: 'console-speaks-to-the-api-only',
      comment: 'The console is a program in a browser: it knows the application by its addresses.',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: '^(src|prisma|scripts|simulator|test)/' },
    },
    {
      name: 'nobody-imports-the-console',
      severity: 'error',
      from: { path: '^(src|prisma|scripts|simulator)/' },
      to: { path: '^console/' },
    },
    {
      name: 'src-knows-no-tools',
      comment: 'scripts/ and prisma/ stand on the application; it never leans on them.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: '^(scripts|prisma|bench)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'A mistyped import would satisfy every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that neither imports nor is imported is forgotten, unless it is a program.',
      severity: 'error',
      from: { orphan: true, pathNot: [tests, '^scripts/(image/)?[^/]+\\.mjs$', browserScripts] },
      to: {},
    },
    {
      name: 'only-declared-packages',
      comment:
        "A package that another one happens to bring may go away with that one's next version.",
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'production-needs-no-development-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/platform/database/generated/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
};
