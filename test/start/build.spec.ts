/** What `npm start` builds and what it does not, with stand-ins for the compilers. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/package-root.js';

/** What the compilers leave, and where; these stand in for them and write down that they ran. */
const compilers = {
  'prisma/build/index.js': 'src/platform/database/generated/client.ts',
  '@nestjs/cli/bin/nest.js': 'dist/src/main.js',
  'typescript/bin/tsc': 'simulator/dist/main.js',
  'vite/bin/vite.js': 'console/dist/index.html',
};

const inputs = [
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'prisma.config.ts',
  'prisma/schema/paper.prisma',
  'prisma/migrations/1_first/migration.sql',
  'src/main.ts',
  'scripts/start.ts',
  'simulator/tsconfig.json',
  'simulator/src/main.ts',
  'console/package.json',
  'console/tsconfig.json',
  'console/vite.config.ts',
  'console/index.html',
  'console/src/main.tsx',
];

let folder: string;
const folders: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-build-'));
  folders.push(folder);
  for (const name of ['launch.mjs', 'build.mjs', 'build-lock.mjs']) {
    await mkdir(join(folder, 'scripts'), { recursive: true });
    await cp(join(packageRoot(), 'scripts', name), join(folder, 'scripts', name));
  }
  await Promise.all(inputs.map((path) => write(path, '{}')));
  await Promise.all(
    Object.entries(compilers).map(([script, product]) =>
      write(`node_modules/${script}`, compiler(script.split('/')[0] ?? '', product)),
    ),
  );
});

afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true }))));

/** Takes as long as the file `slow` says, fails where the file `wrong` is. */
function compiler(name: string, product: string): string {
  return `
    const { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
    const { dirname } = require('node:path');
    process.chdir(${JSON.stringify(folder)});
    appendFileSync('ran', '${name}\\n');
    if (existsSync('wrong')) { console.log('src/main.ts(1,1): error: ${name} does not like it'); process.exit(2); }
    mkdirSync(dirname('${product}'), { recursive: true });
    writeFileSync('${product}', 'half');
    const wait = existsSync('slow') ? Number(readFileSync('slow')) : 0;
    setTimeout(() => writeFileSync('${product}', ''), wait);
  `;
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

function launch(): {
  child: ChildProcess;
  ended: Promise<{ code: number | null; output: string }>;
} {
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'build'], { cwd: folder });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  return { child, ended: once(child, 'close').then(() => ({ code: child.exitCode, output })) };
}

function build(): Promise<{ code: number | null; output: string }> {
  return launch().ended;
}

/** The compilers that have run since the last question. */
async function ran(): Promise<string[]> {
  const names = await readFile(join(folder, 'ran'), 'utf8').catch(() => '');
  await rm(join(folder, 'ran'), { force: true });
  return names.trim().split('\n').filter(Boolean).sort();
}

const everything = ['@nestjs', 'prisma', 'typescript', 'vite'];

describe('npm start builds', () => {
  it('everything on a fresh clone, and nothing the next time', async () => {
    expect(await build()).toEqual({
      code: 0,
      output: 'Building Broadsheet (first start, under a minute)…\n',
    });
    expect(await ran()).toEqual(everything);
    expect(await build()).toEqual({ code: 0, output: '' });
    expect(await ran()).toEqual([]);
  });

  it('what depends on a changed file', async () => {
    await build();
    await ran();
    await write('src/main.ts', 'changed');
    expect((await build()).output).toContain('sources changed');
    expect(await ran()).toEqual(['@nestjs']);
    await write('simulator/src/main.ts', 'changed');
    await build();
    expect(await ran()).toEqual(['typescript']);
    await write('console/src/main.tsx', 'changed');
    await build();
    expect(await ran()).toEqual(['vite']);
    await write('prisma/schema/paper.prisma', 'changed');
    await build();
    expect(await ran()).toEqual(['@nestjs', 'prisma']);
    await write('package-lock.json', 'changed');
    await build();
    expect(await ran()).toEqual(everything);
  });

  it('nothing for a test or a migration, which are read where they are', async () => {
    await build();
    await ran();
    await write('src/main.spec.ts', 'new');
    await write('prisma/migrations/2_second/migration.sql', 'new');
    await build();
    expect(await ran()).toEqual([]);
  });

  it('again what somebody has removed', async () => {
    await build();
    await ran();
    await rm(join(folder, 'dist/src'), { recursive: true });
    await build();
    expect(await ran()).toEqual(['@nestjs']);
  });
});

describe('a build that does not come to its end', () => {
  it('says what the compiler says, and is tried again the next time', async () => {
    await write('wrong', '');
    const { code, output } = await build();
    expect(code).toBe(1);
    expect(output).toContain('src/main.ts(1,1): error: prisma does not like it\nThe build failed.');
    expect(output).not.toContain('    at ');
    await ran();
    await rm(join(folder, 'wrong'));
    expect((await build()).code).toBe(0);
    expect(await ran()).toEqual(everything);
  });

  it('because it was killed, is not taken for one that did', async () => {
    await write('slow', '200');
    const killed = launch();
    while ((await readFile(join(folder, 'ran'), 'utf8').catch(() => '')) === '') {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect((await build()).code).toBe(0);
    expect(await readFile(join(folder, 'dist/src/main.js'), 'utf8')).toBe('');
  });

  it('because of Ctrl-C, ends its compilers', async () => {
    await write('slow', '60000');
    const interrupted = launch();
    while ((await readFile(join(folder, 'ran'), 'utf8').catch(() => '')) === '') {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    interrupted.child.kill('SIGTERM');
    expect(await interrupted.ended).toMatchObject({ code: 1 });
  });

  it('because npm ci was forgotten, says so', async () => {
    await rm(join(folder, 'node_modules'), { recursive: true });
    const { code, output } = await build();
    expect(code).toBe(1);
    expect(output).toContain('The dependencies are not installed: run npm ci first.');
  });
});

describe('two terminals that build at once', () => {
  it('build once', async () => {
    await write('slow', '300');
    const [one, other] = await Promise.all([build(), build()]);
    expect([one.code, other.code]).toEqual([0, 0]);
    expect(await ran()).toEqual(everything);
  });
});
