/**
 * Everything that a larger publication runs, on this machine and all of it real: a primary, its replica, PgBouncer, two
 * processes, nginx. With the town in it, and the Stripe simulator beside it.
 */
import { join } from 'node:path';
import { migrate } from '../../prisma/migrate.js';
import { runToEnd } from '../child-process.js';
import { packageRoot } from '../package-root.js';
import { somePort } from '../ports.js';
import { Household } from './household.js';
import { prepareNginx } from './nginx.js';
import { startPgBouncer } from './pgbouncer.js';
import { type PostgresPair, findPrograms, startPair } from './postgres-pair.js';
import { Service } from './service.js';

export const webhookSecret = 'whsec_of_the_cluster';

export interface Cluster {
  /** nginx, in front of both. */
  readonly url: string;
  /** nginx, in front of the first alone. */
  readonly singleUrl: string;
  readonly processes: readonly [Service, Service];
  /** Has nginx send nobody to this process any more, or again to both. */
  spare(process: Service | null): Promise<void>;
  readonly pair: PostgresPair;
  readonly simulatorUrl: string;
  /** What each process is told; a third one could be started with it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Ends all of it and removes its folder. */
  end(): Promise<void>;
}

/** @param settings of the application that differ from the usual ones */
export async function startCluster(settings: NodeJS.ProcessEnv = {}): Promise<Cluster> {
  const programs = findPrograms();
  const house = await Household.found(programs);
  try {
    return await furnish(house, programs, settings);
  } catch (error) {
    await house.end();
    throw error;
  }
}

async function furnish(
  house: Household,
  programs: string,
  settings: NodeJS.ProcessEnv,
): Promise<Cluster> {
  const pair = await startPair(house, programs);
  const { ownerUrl, primaryUrl, replicaUrl, appRole } = pair;
  const pooledUrl = await startPgBouncer(house, pair);
  await migrate({ connectionString: ownerUrl, appRole });
  const ports = [await somePort(), await somePort()] as const;
  const simulatorPort = await somePort();
  const nginx = await prepareNginx(house, ports);
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PUBLIC_URL: nginx.url,
    DATA_DIR: join(house.folder, 'data'),
    DATABASE_URL: pooledUrl,
    DATABASE_DIRECT_URL: primaryUrl,
    DATABASE_REPLICA_URL: replicaUrl,
    JWT_SECRET: 'a secret of the cluster, and long enough for HS256',
    STRIPE_SECRET_KEY: 'sk_test_simulator',
    STRIPE_API_BASE: simulatorUrl,
    STRIPE_REQUESTS_PER_SECOND: '1000',
    STRIPE_WEBHOOK_SECRETS: webhookSecret,
    STRIPE_SIMULATOR_PORT: String(simulatorPort),
    STRIPE_SIMULATOR_WEBHOOK_URL: `${nginx.url}/webhooks/stripe`,
    STRIPE_SIMULATOR_WEBHOOK_SECRETS: webhookSecret,
    TRUST_PROXY: '127.0.0.1',
    // Longer than nginx keeps a connection that nobody uses.
    DRAIN_SECONDS: '3',
    ...settings,
  };
  const service = (name: string, script: string, port: number) =>
    new Service(house, { name, script, port, environment });
  await service('simulator', 'simulator/dist/main.js', simulatorPort).start();
  if (environment['SEED'] !== 'none') await settleTown(house, environment, ownerUrl);
  const processes = [
    service('one', 'dist/src/main.js', ports[0]),
    service('two', 'dist/src/main.js', ports[1]),
  ] as const;
  await Promise.all(processes.map((each) => each.start()));
  await nginx.serve();
  return {
    url: nginx.url,
    singleUrl: nginx.singleUrl,
    processes,
    spare: (process) => nginx.spare(process?.port ?? null),
    pair,
    simulatorUrl,
    environment,
    end: () => house.end(),
  };
}

/** As the owner, who alone may sweep half a town away. */
function settleTown(
  house: Household,
  environment: NodeJS.ProcessEnv,
  ownerUrl: string,
): Promise<void> {
  const asOwner = { ...environment, DATABASE_URL: ownerUrl, DATABASE_DIRECT_URL: ownerUrl };
  const script = join(packageRoot(), 'dist/prisma/seed/town.js');
  return runToEnd('The seed', script, asOwner, (child) => house.keep(child, [['SIGKILL', 5_000]]));
}
