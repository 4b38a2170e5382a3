/** `npm run reconcile`: brings every customer's books in line with Stripe, whatever events were lost. */
import 'reflect-metadata';
import { createContext } from '../src/app.js';
import type {
  Finding,
  ReconciliationRun,
} from '../src/billing/reconciliation/reconciliation-run.js';
import { Reconciliation } from '../src/billing/reconciliation/reconciliation.service.js';
import { commandEnvironment } from './command-environment.js';
import { ConfigError, loadConfig } from '../src/platform/config/load-config.js';
import { DatabaseUnusable } from '../src/platform/database/database-unusable.js';

async function main(): Promise<void> {
  const context = await createContext(loadConfig(commandEnvironment()));
  const began = performance.now();
  try {
    console.log('Comparing every customer with Stripe …');
    const run = await context.get(Reconciliation, { strict: false }).run('command', {
      found: say,
      progressed: ({ compared }) => console.log(`${compared} customers compared …`),
    });
    sum(run, (performance.now() - began) / 1000);
  } finally {
    await context.close();
  }
}

function say({ stripeCustomerId, differences, error }: Finding): void {
  for (const sentence of differences) console.log(`${stripeCustomerId}: ${sentence}`);
  if (error !== null) console.log(`${stripeCustomerId}: could not be compared: ${error}`);
}

/** Ends with 1 where somebody's books may still differ. */
function sum(run: ReconciliationRun | null, seconds: number): void {
  if (run === null) {
    console.log('Another reconciliation is going on; this one did nothing.');
    process.exitCode = 1;
    return;
  }
  const { compared, differed, failed } = run;
  const mended = differed === 0 ? 'all agreed' : `${differed} differed and were mended`;
  const rate = compared === 0 ? '' : ` (${(compared / seconds).toFixed(1)} a second)`;
  console.log(
    `Reconciled: ${compared} customers compared in ${seconds.toFixed(1)} s${rate}, ${mended}, ${failed} failed.`,
  );
  if (failed > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DatabaseUnusable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
