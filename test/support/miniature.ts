/** A small checkout in a temporary folder: the real start and migrations, with stand-ins for app and simulator. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import ts from 'typescript';
import { packageRoot } from '../../scripts/package-root.js';

/** Serves, says so, ends with its channel; remembers its visitors in the database like an app would. */
const standInApp = `
import { createServer } from 'node:http';
import pg from 'pg';
const database = new pg.Client({ connectionString: process.env.DATABASE_URL });
database.on('error', () => undefined);
await database.connect();
const server = createServer(async (request, response) => {
  if (request.url === '/die') process.exit(7);
  const { rows } = await database.query(\`
    INSERT INTO network_tallies VALUES ('the stand-in', '2026-01-01', 1)
    ON CONFLICT (network, day) DO UPDATE SET used = network_tallies.used + 1
    RETURNING used AS visits\`);
  response.end(JSON.stringify({ visits: rows[0].visits, environment: process.env }));
});
server.listen(Number(process.env.PORT), process.env.HOST, () => process.send?.({ ready: true }));
process.on('disconnect', () => process.exit(0));
`;

const standInSimulator = `
import { createServer } from 'node:http';
const server = createServer((_request, response) => response.end('{}'));
server.listen(Number(process.env.STRIPE_SIMULATOR_PORT), '127.0.0.1', () => process.send({ ready: true }));
process.on('disconnect', () => process.exit(0));
`;

const standInTown = `console.log('The town is there.');`;

export interface Miniature {
  readonly folder: string;
  /** Runs a command in the checkout, by default the start, on ports of this checkout's own. */
  run(command?: readonly string[], env?: Record<string, string>): Run;
  remove(): Promise<void>;
}

export interface Run {
  readonly child: ChildProcess;
  /** What it has printed so far, on both streams. */
  output(): string;
  /** The address that the start has printed. */
  ready(): Promise<string>;
  /** The exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals>;
}

export const startCommand = [process.execPath, 'dist/scripts/start.js'];

export async function makeMiniature(): Promise<Miniature> {
  const root = packageRoot();
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-miniature-'));
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  await transpile(root, folder, ['scripts', 'prisma', 'prisma/seed']);
  await Promise.all([
    write(
      'package.json',
      JSON.stringify({
        name: 'broadsheet',
        type: 'module',
        scripts: { start: 'exec node dist/scripts/start.js' },
      }),
    ),
    write('dist/src/main.js', standInApp),
    write('dist/prisma/seed/town.js', standInTown),
    write('simulator/dist/main.js', standInSimulator),
    symlink(join(root, 'node_modules'), join(folder, 'node_modules')),
    cp(join(root, 'prisma', 'migrations'), join(folder, 'prisma', 'migrations'), {
      recursive: true,
    }),
    cp(join(root, 'scripts'), join(folder, 'scripts'), {
      recursive: true,
      filter: (path) => !path.endsWith('.ts'),
    }),
  ]);
  const [port, simulatorPort] = await freePorts(2);
  return {
    folder,
    run: (command = startCommand, env = {}) =>
      runIn(folder, command, {
        PORT: String(port),
        STRIPE_SIMULATOR_PORT: String(simulatorPort),
        ...env,
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function transpile(root: string, folder: string, sources: string[]): Promise<void> {
  for (const source of sources) {
    await mkdir(join(folder, 'dist', source), { recursive: true });
    const names = (await readdir(join(root, source))).filter((name) =>
      /(?<!\.spec)\.ts$/.test(name),
    );
    await Promise.all(
      names.map(async (name) => {
        const { outputText } = ts.transpileModule(
          await readFile(join(root, source, name), 'utf8'),
          {
            compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
          },
        );
        await writeFile(join(folder, 'dist', source, name.replace(/ts$/, 'js')), outputText);
      }),
    );
  }
}

function runIn(folder: string, command: readonly string[], env: Record<string, string>): Run {
  const [program = '', ...args] = command;
  const inherited = ['PATH', 'HOME', 'TMPDIR'].map((name) => [name, process.env[name]]);
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...Object.fromEntries(inherited.filter(([, value]) => value !== undefined)), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const exit = once(child, 'close');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    output: () => output,
    ready: async () => {
      for (const end = performance.now() + 30_000; performance.now() < end && !hasEnded();) {
        const url = /Broadsheet is ready at (\S+)/.exec(output)?.[1];
        if (url !== undefined) {
          return url;
        }
        await pause(20);
      }
      throw new Error(`It did not get ready:\n${output}`);
    },
    ended: async () => {
      await exit;
      return child.signalCode ?? child.exitCode ?? Number.NaN;
    },
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
