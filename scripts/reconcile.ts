/** `npm run reconcile`: brings every customer's books in line with Stripe, whatever events were lost. */
import 'reflect-metadata';
import { createContext } from '../src/app.js';
import { Reconciliation } from '../src/billing/reconciliation.service.js';
import { commandEnvironment } from './command-environment.js';
import { ConfigError, loadConfig } from '../src/platform/config/config.js';
import { DatabaseUnusable } from '../src/platform/database/database-unusable.js';

async function main(): Promise<void> {
  const context = await createContext(loadConfig(commandEnvironment()));
  try {
    const compared = await context
      .get(Reconciliation, { strict: false })
      .run((soFar) => console.log(`${soFar} customers compared with Stripe …`));
    console.log(`Reconciled: ${compared} customers agree with Stripe.`);
  } finally {
    await context.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DatabaseUnusable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
