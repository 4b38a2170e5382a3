/** The simulator as a program: what it prints, how it ends, and what it remembers when it is started again. */
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startSimulator } from '../src/index.js';
import {
  clientFor,
  openSession,
  sellablePrice,
  SECRET,
  startReceiver,
  TRIAL,
  WALL,
} from './support.js';

const root = fileURLToPath(new URL('..', import.meta.url));

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stripe-simulator-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('the kept state', () => {
  it('is all there after a restart: objects, keys, clock, and deliveries nobody has accepted yet', async () => {
    const dataDir = await temporaryFolder();
    const receiver = await startReceiver();
    receiver.answer = () => 500;
    const options = {
      dataDir,
      wall: () => WALL,
      webhooks: [{ url: receiver.url, secrets: [SECRET] }],
    };
    const first = await startSimulator(options);
    const stripe = clientFor(first);
    const price = await sellablePrice(stripe);
    const session = await openSession(stripe, price.id, TRIAL);
    await stripe.customers.create({ name: 'once' }, { idempotencyKey: 'k1' });
    await first.advance(3600);
    await first.close();
    receiver.forget();
    receiver.answer = () => 200;

    const second = await startSimulator({ ...options, wall: () => WALL + 10_000 });
    onTestFinished(() => second.close());

    const again = clientFor(second);
    expect(second.clock.offsetSeconds).toBe(3600);
    expect((await again.checkout.sessions.retrieve(session.id)).status).toBe('open');
    const once = await again.customers.create({ name: 'once' }, { idempotencyKey: 'k1' });
    expect(once.lastResponse.headers['idempotent-replayed']).toBe('true');
    await expect
      .poll(() => receiver.types().sort())
      .toEqual(['customer.created', 'customer.created', 'price.created', 'product.created']);
    expect(await readdir(dataDir)).toEqual(['state.json']);
  });

  it.each(['', '{"version":1', '{"version":99}', '[]'])(
    'says in one sentence that it cannot be read: %s',
    async (text) => {
      const dataDir = await temporaryFolder();
      await writeFile(join(dataDir, 'state.json'), text);

      await expect(startSimulator({ dataDir })).rejects.toThrow(
        /^The simulator's state in .*state\.json cannot be read; /,
      );
    },
  );
});

describe('the process', () => {
  let program: string;

  beforeAll(async () => {
    // Inside the workspace, so that the program finds its packages as an installed one would.
    const folder = join(root, 'node_modules');
    await mkdir(folder, { recursive: true });
    program = await mkdtemp(join(folder, '.process-spec-'));
    await writeFile(join(program, 'package.json'), '{"type":"module"}');
    const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
    execFileSync(process.execPath, [
      compiler,
      '-p',
      root,
      '--outDir',
      program,
      '--noCheck',
      '--declaration',
      'false',
    ]);
  });

  afterAll(() => rm(program, { recursive: true, force: true }));

  async function start(env: Record<string, string>) {
    const child = fork(join(program, 'main.js'), {
      env,
      silent: true,
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    const lines: string[] = [];
    child.stdout?.on('data', (data: Buffer) => lines.push(data.toString()));
    child.stderr?.on('data', (data: Buffer) => lines.push(data.toString()));
    return { child, lines };
  }

  const ready = (child: ChildProcess) =>
    new Promise<{ ready: boolean; url: string }>((resolve) => {
      child.once('message', (message) => resolve(message as { ready: boolean; url: string }));
    });
  const ended = (child: ChildProcess) =>
    new Promise<number | null>((resolve) => {
      child.once('exit', (code) => resolve(code));
    });

  it('says where it is to its parent, and to nobody else, and ends when told to, with its state written', async () => {
    const folder = await temporaryFolder();
    const { child, lines } = await start({ STRIPE_SIMULATOR_PORT: '0', DATA_DIR: folder });
    const message = await ready(child);
    expect(message).toEqual({
      ready: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    expect(lines.join('')).toBe('');
    expect(await (await fetch(`${message.url}/_sim/health`)).json()).toEqual({ status: 'ok' });
    await clientFor({ port: Number(new URL(message.url).port) }).customers.create({ name: 'Mira' });

    child.kill('SIGTERM');

    expect(await ended(child)).toBe(0);
    expect(await readdir(join(folder, 'stripe-simulator'))).toEqual(['state.json']);
  });

  it('ends when its parent lets go of it', async () => {
    const { child } = await start({ STRIPE_SIMULATOR_PORT: '0' });
    await ready(child);

    child.disconnect();

    expect(await ended(child)).toBe(0);
  });

  it('says in one sentence that its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      other.close();
    });
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { child, lines } = await start({ STRIPE_SIMULATOR_PORT: port });

    expect(await ended(child)).toBe(1);
    expect(lines.join('').trim()).toBe(
      `Port ${port} on 127.0.0.1 is already in use; the Stripe simulator needs it.`,
    );
  });
});
