/** Starts the whole product for each worker of the browser tests, as the README says, in a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject, Vitest } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** As many as there are workers: files share them, one after the other. */
    products: Product[];
  }
}

export interface Product {
  url: string;
  simulatorUrl: string;
  /** The file that is there while somebody's tests are about it. */
  claim: string;
}

/** Milliseconds: enough for a build, where somebody has changed the sources since the last. */
const patience = 180_000;

export default async function startProducts(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const { PRODUCT_URL: url, SIMULATOR_URL: simulatorUrl } = process.env;
  // Whoever writes a test starts the product once, and the test often.
  if (url !== undefined && simulatorUrl !== undefined) {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-browser-'));
    project.provide('products', [{ url, simulatorUrl, claim: join(folder, 'claim') }]);
    return () => rm(folder, { recursive: true, force: true });
  }
  const started = await Promise.allSettled(
    Array.from({ length: workersOf(project.vitest) }, () => startProduct()),
  );
  const running = started.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const end = async () => void (await Promise.all(running.map((product) => product.end())));
  const failed = started.find((start) => start.status === 'rejected');
  if (failed !== undefined) {
    await end();
    throw new Error('A product did not start.', { cause: failed.reason });
  }
  project.provide(
    'products',
    running.map(({ url, simulatorUrl, claim }) => ({ url, simulatorUrl, claim })),
  );
  return end;
}

/** As many as files of any of its projects run side by side. */
const workersOf = ({ projects }: Vitest): number =>
  Math.max(1, ...projects.map(({ config }) => Number(config.maxWorkers)));

async function startProduct(): Promise<Product & { end: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-browser-'));
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const product = spawn(process.execPath, ['scripts/launch.mjs', 'start'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATA_DIR: dataDir,
      PORT: String(port),
      STRIPE_SIMULATOR_PORT: String(simulatorPort),
      SEED: 'town',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = async () => {
    if (product.exitCode === null) {
      product.kill('SIGTERM');
      await once(product, 'exit');
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(product);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    url: `http://localhost:${port}`,
    simulatorUrl: `http://localhost:${simulatorPort}`,
    claim: join(dataDir, 'claim'),
    end,
  };
}

async function ready(product: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const tooLate = setTimeout(
      () => reject(new Error(`Broadsheet was not ready in time:\n${said}`)),
      patience,
    );
    product.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (!said.includes('Broadsheet is ready at')) return;
      clearTimeout(tooLate);
      resolve();
    });
    product.once('exit', () => reject(new Error(`Broadsheet ended before it was ready:\n${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
