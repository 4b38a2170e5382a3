/** Runs the simulator as a process of its own. */
import { join } from 'node:path';
import { startSimulator, type RunningSimulator } from './index.js';

/** Nothing may keep the process from ending longer than this. */
const END_WITHIN_MILLISECONDS = 900;

async function main(): Promise<void> {
  const { env } = process;
  const webhookUrl = env['STRIPE_SIMULATOR_WEBHOOK_URL'];
  const secrets = (env['STRIPE_SIMULATOR_WEBHOOK_SECRETS'] ?? '')
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
  const dataDir = env['DATA_DIR'];
  const publicUrl = env['STRIPE_SIMULATOR_PUBLIC_URL'];
  const simulator = await startSimulator({
    port: portFrom(env['STRIPE_SIMULATOR_PORT']),
    host: env['STRIPE_SIMULATOR_HOST'] || '127.0.0.1',
    log: (line) => console.error(line),
    ...(dataDir ? { dataDir: join(dataDir, 'stripe-simulator') } : {}),
    ...(webhookUrl ? { webhooks: [{ url: webhookUrl, secrets }] } : {}),
    ...(publicUrl ? { publicUrl } : {}),
  });
  endWith(simulator);
  if (process.send === undefined) {
    console.log(`Stripe simulator is ready at ${simulator.url}`);
  } else {
    // Whoever started it has a word of its own to say.
    process.send({ ready: true, url: simulator.url });
  }
}

function portFrom(text: string | undefined): number {
  const port = Number(text || '12111');
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`STRIPE_SIMULATOR_PORT is a port number from 0 to 65535, not "${text}".`);
}

/** Ends when it is told to, and when the process that started it is gone. */
function endWith(simulator: RunningSimulator): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), END_WITHIN_MILLISECONDS).unref();
    simulator.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', end).on('SIGINT', end);
  if (process.channel) process.on('disconnect', end);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

main().catch(fail);
