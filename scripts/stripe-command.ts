/** What `stripe:setup` and `stripe:doctor` share: help, an environment that may lack the secret yet, and plain words for failures. */
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { createContext } from '../src/app.js';
import { ConfigError, loadConfig } from '../src/platform/config/load-config.js';
import { DatabaseUnusable } from '../src/platform/database/database-unusable.js';
import { Problem } from '../src/platform/http/problem.js';
import { commandEnvironment } from './command-environment.js';

/** Stands in for the webhook secret that setup is run to get; nothing is ever signed with it. */
const noSecretYet = 'whsec_not_made_yet';

export interface StripeCommand {
  /** Printed by `--help`. */
  help: string;
  /** @param secrets how many webhook secrets are set */
  run: (context: INestApplicationContext, secrets: number) => Promise<void>;
}

export async function runStripeCommand(command: StripeCommand): Promise<void> {
  try {
    if (asksForHelp()) console.log(command.help);
    else await runInContext(command);
  } catch (error) {
    const says = complaintOf(error);
    if (says === null) throw error;
    console.error(says);
    process.exitCode = 1;
  }
}

async function runInContext({ run }: StripeCommand): Promise<void> {
  const environment = commandEnvironment();
  const isSecretSet = Boolean(environment['STRIPE_WEBHOOK_SECRETS']);
  const config = loadConfig(
    isSecretSet ? environment : { ...environment, STRIPE_WEBHOOK_SECRETS: noSecretYet },
  );
  const context = await createContext(config);
  try {
    await run(context, isSecretSet ? config.stripeWebhookSecrets.length : 0);
  } finally {
    await context.close();
  }
}

class Misuse extends Error {}

function asksForHelp(): boolean {
  try {
    const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
    return values.help === true;
  } catch (error) {
    throw new Misuse(`${(error as Error).message}. See --help.`);
  }
}

function complaintOf(error: unknown): string | null {
  if (error instanceof Problem) return withCause(error);
  const isPlain =
    error instanceof ConfigError || error instanceof DatabaseUnusable || error instanceof Misuse;
  return isPlain ? error.message : null;
}

/** Stripe's own sentence helps an operator; a key that it quotes does not. */
function withCause({ detail, cause }: Problem): string {
  if (!(cause instanceof Error)) return detail;
  return `${detail}\nStripe says: ${cause.message.replaceAll(/\b(sk|rk|whsec)_\w+/g, '$1_…')}`;
}
