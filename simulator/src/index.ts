/** Starts the simulator inside another program. */
import { join } from 'node:path';
import { createServer } from './server.js';
import { Simulator } from './simulator.js';
import { DEFAULT_RETRY_SCHEDULE } from './webhooks/deliveries.js';
import type { ConfiguredReceiver } from './webhooks/configured-receivers.js';
import type { SimulatedClock, WallClock } from './world/clock.js';
import { systemRandom, type RandomSource } from './world/ids.js';
import { DEFAULT_SETTINGS, type Settings } from './world/settings.js';
import type { Shelves } from './world/shelves.js';

export { API_VERSION } from './world/settings.js';
export type { ConfiguredReceiver, RandomSource, Settings, Shelves, WallClock };

export interface StartOptions {
  /** 0 takes any free port (the default). */
  port?: number;
  host?: string;
  /** The folder the state is kept in; without it the state is gone when the simulator ends. */
  dataDir?: string;
  /** Who is told about events from the start, besides the endpoints made through the API. */
  webhooks?: readonly ConfiguredReceiver[];
  /** Where browsers reach the simulator's pages, when it is not the address the API is called at. */
  publicUrl?: string;
  log?: (line: string) => void;
  /** Wall seconds between the attempts of a delivery; the last one repeats for three days. */
  retrySchedule?: readonly number[];
  /** How the account treats failed payments and when it sends notices. */
  settings?: Partial<Settings>;
  /** Wall time in milliseconds. */
  wall?: WallClock;
  random?: RandomSource;
}

export interface RunningSimulator {
  url: string;
  port: number;
  /** The simulated clock. */
  clock: SimulatedClock;
  /** Every object of the account. */
  state: Shelves;
  /** Moves simulated time; answers when each resulting event has been tried once, or after fifteen seconds. */
  advance(seconds: number): Promise<{ events: number; allTried: boolean }>;
  /** Ends everything and writes the state; pending deliveries go on at the next start. */
  close(): Promise<void>;
}

/** Rejects with one sentence where the port is taken or the kept state cannot be read. */
export async function startSimulator(options: StartOptions = {}): Promise<RunningSimulator> {
  const { host = '127.0.0.1', port = 0, log = () => undefined } = options;
  const simulator = new Simulator({
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    wall: options.wall ?? Date.now,
    random: options.random ?? systemRandom,
    receivers: options.webhooks ?? [],
    retrySchedule: options.retrySchedule ?? DEFAULT_RETRY_SCHEDULE,
    snapshotPath: options.dataDir === undefined ? null : join(options.dataDir, 'state.json'),
    log,
  });
  const server = createServer(simulator, { publicUrl: options.publicUrl ?? null, log });
  await simulator.start();
  try {
    await server.listen({ port, host });
  } catch (error) {
    await simulator.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(`Port ${port} on ${host} is already in use; the Stripe simulator needs it.`);
    }
    throw error;
  }
  const address = server.server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const url = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${actualPort}`;
  simulator.world.publicUrl = options.publicUrl ?? url;
  return {
    url,
    port: actualPort,
    clock: simulator.world.clock,
    state: simulator.world.shelves,
    advance: (seconds) => simulator.advance(seconds),
    async close() {
      await simulator.close();
      await server.close();
    },
  };
}
