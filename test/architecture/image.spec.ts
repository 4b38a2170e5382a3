/** What no container engine is needed to see: that the Dockerfile and compose.yaml speak of what there is. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  type Stage,
  copiesOf,
  environmentOf,
  execForm,
  lastOf,
  stagesOf,
} from '../../scripts/image/dockerfile.js';
import { configVariables, loadConfig } from '../../src/platform/config/load-config.js';
import { textOf } from './source-files.js';

/** Swagger brings it for descriptions of the API. */
const yaml = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'))(
  'js-yaml',
) as { load(text: string): unknown };

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  networks: string[] | Record<string, unknown>;
  mem_limit?: string;
  restart?: string;
  read_only?: boolean;
  ports?: string[];
}

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
const startOfProduction = scripts['start:prod'] ?? '';

const root = join(import.meta.dirname, '../..');
const stages = stagesOf(textOf('Dockerfile'));
const image = stages.at(-1) as Stage;
const compose = yaml.load(textOf('compose.yaml')) as {
  services: Record<string, Service & { '<<'?: Partial<Service> }>;
};
/** What `<<` merges into it, as compose does: the parser leaves that to us. */
const services = Object.fromEntries(
  Object.entries(compose.services).map(([name, { '<<': merged, ...own }]) => [
    name,
    { ...merged, ...own },
  ]),
) as Record<string, Service> & Record<'app' | 'migrate' | 'database' | 'caddy', Service>;
const { app, migrate, database, caddy } = services;

/** What `npm run db:migrate` reads beside the application's settings. */
const ofMigrations = ['DATABASE_OWNER_URL', 'DATABASE_APP_ROLE'];

/** What holds less memory there; older versions of Node do not start with them. */
const knownToNode24 = ['--memory-saver-mode', '--external-memory-accounted-in-global-limit'];

describe('The image', () => {
  it('is made of three stages of the same Node, and copies what there is', () => {
    expect(stages.map(({ base, name }) => [base, name])).toEqual([
      ['node:24-slim', 'build'],
      ['node:24-slim', 'dependencies'],
      ['node:24-slim', ''],
    ]);
    const sources = stages
      .flatMap(copiesOf)
      .filter(({ from }) => from === undefined)
      .flatMap((copy) => copy.sources);
    expect(sources.length).toBeGreaterThan(15);
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });

  it('gets nothing that the ignored files keep back', () => {
    const allowed =
      textOf('.dockerignore')
        .match(/^!.+$/gm)
        ?.map((line) => line.slice(1)) ?? [];
    const sources = stages
      .flatMap(copiesOf)
      .filter(({ from }) => from === undefined)
      .flatMap((copy) => copy.sources);
    const isAllowed = (path: string): boolean =>
      allowed.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
    expect(sources.filter((source) => !isAllowed(source))).toEqual([]);
  });

  it('takes no secret, no development and no test along', () => {
    const taken = copiesOf(image).flatMap(({ sources }) => sources);
    expect(taken.filter((path) => /simulator|test|bench|\.env|src$|schema/.test(path))).toEqual([]);
    const dependencies = stages.find(({ name }) => name === 'dependencies') as Stage;
    expect(lastOf(dependencies, 'RUN')).toMatch(/--omit=dev.* node scripts\/image\/prune\.mjs/);
  });

  it('runs as somebody who is not root and owns none of its files', () => {
    expect(lastOf(image, 'USER')).toBe('node');
    const after = image.steps.slice(image.steps.findIndex(({ word }) => word === 'USER'));
    expect(after.filter(({ word }) => word === 'COPY' || word === 'RUN')).toEqual([]);
    expect(image.steps.filter(({ text }) => text.includes('--chown'))).toEqual([]);
  });

  it('starts as start:prod does without a shell, so that SIGTERM arrives, and is asked whether it is ready without curl', () => {
    const [settings = '', command = ''] = startOfProduction.split(' exec ');
    const words = command.split(' ');
    expect(execForm(lastOf(image, 'CMD'))).toEqual(words.toSpliced(-1, 0, ...knownToNode24));
    expect(environmentOf(image)).toMatchObject(parseEnv(settings.replaceAll(' ', '\n')));
    const check = execForm(lastOf(image, 'HEALTHCHECK'));
    expect(check).toEqual(['node', 'scripts/image/healthcheck.mjs']);
    expect(existsSync(join(root, check[1] ?? ''))).toBe(true);
  });

  it('knows every setting that it is started with', () => {
    const ofTheLibrary = ['MALLOC_ARENA_MAX', 'MALLOC_MMAP_THRESHOLD_'];
    const known = [...configVariables, ...ofTheLibrary];
    expect(known).toEqual(expect.arrayContaining(Object.keys(environmentOf(image))));
  });
});

describe('compose.yaml', () => {
  it('names settings that there are, and all that production demands', () => {
    const names = Object.keys(app.environment ?? {});
    expect(configVariables).toEqual(expect.arrayContaining(names));
    expect(ofMigrations).toEqual(expect.arrayContaining(Object.keys(migrate.environment ?? {})));
    const given = Object.fromEntries(
      Object.entries(app.environment ?? {}).map(([name, value]) => [name, filledIn(value)]),
    );
    expect(loadConfig({ ...given, NODE_ENV: 'production' })).toMatchObject({
      isProduction: true,
      isHttps: true,
      trustProxy: ['172.30.0.2'],
    });
  });

  it('asks for what its example of an env file names, and for nothing else', () => {
    const asked = new Set(
      [...textOf('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name),
    );
    const named = Object.keys(parseEnv(textOf('ops/compose/production.env.example')));
    expect(new Set(named)).toEqual(asked);
  });

  it('starts each after what it needs: the database, then the migrations, then the application', () => {
    expect(migrate.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(app.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    expect(caddy.depends_on).toEqual({ app: { condition: 'service_healthy' } });
    expect([migrate.restart, app.restart, database.restart]).toEqual([
      'no',
      'unless-stopped',
      'unless-stopped',
    ]);
    expect(existsSync(join(root, 'prisma/migrate.ts'))).toBe(true);
    expect(migrate.command).toEqual(['node', 'dist/prisma/migrate.js']);
  });

  it('lets the application write nowhere, bounds what each takes, and shows only the proxy to the world', () => {
    expect([app.read_only, migrate.read_only]).toEqual([true, true]);
    for (const service of [app, database, caddy]) expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['caddy']);
    expect(database.networks).toEqual(['inside']);
  });

  it('mounts files that there are', () => {
    const mounted = Object.values(services)
      .flatMap(({ volumes = [] }) => volumes)
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((source) => source.startsWith('.'));
    expect(mounted.length).toBeGreaterThan(2);
    expect(mounted.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });
});

/** Somebody has filled the env file in. */
function filledIn(value: string): string {
  const values: Record<string, string> = {
    JWT_SECRET: 'x'.repeat(48),
    STRIPE_SECRET_KEY: 'sk_live_nobody',
    STRIPE_WEBHOOK_SECRETS: 'whsec_nobody',
    SMTP_URL: 'smtp://127.0.0.1:9',
    SITE_HOST: 'paper.example',
    MAIL_FROM: 'Paper <mail@paper.example>',
  };
  return value.replaceAll(/\$\{(\w+)[^}]*\}/g, (_, name: string) => values[name] ?? '');
}
