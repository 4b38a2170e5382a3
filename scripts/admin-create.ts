/**
 * `npm run admin:create -- --email E`: opens an admin's account, or makes an existing one an admin's. With
 * `--without-second-factor` hers are forgotten, for an admin who has lost phone, recovery codes and passkeys.
 */
import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { isEmail } from 'class-validator';
import { createContext } from '../src/app.js';
import { ConfigError, loadConfig } from '../src/platform/config/load-config.js';
import { DatabaseUnusable } from '../src/platform/database/database-unusable.js';
import { Problem } from '../src/platform/http/problem.js';
import { FactorReset } from '../src/users/second-factor/factor-reset.service.js';
import { AccountAdminService } from '../src/users/staff/account-admin.service.js';
import { normaliseEmail } from '../src/users/email-address.rules.js';
import { ReaderDirectory } from '../src/users/reader-directory.service.js';
import { commandEnvironment } from './command-environment.js';

const secondFactorWanted =
  'Admins need a second factor here: until one is set up (POST /api/v1/me/authenticator, or a passkey), the desk stays closed.';

/** Why it cannot be done; the message is one sentence for the person at the terminal. */
class Refused extends Error {}

async function main(): Promise<void> {
  const { email, isWithoutSecondFactor } = given();
  const environment = commandEnvironment();
  const config = loadConfig(environment);
  const password = environment['ADMIN_PASSWORD'] || (await askPassword(email));
  const context = await createContext(config);
  try {
    const known = (await context.get(ReaderDirectory, { strict: false }).byEmail(email)) !== null;
    const accounts = context.get(AccountAdminService, { strict: false });
    const admin = await accounts.createStaff({ email, password, name: null, roles: ['admin'] });
    if (isWithoutSecondFactor) await context.get(FactorReset, { strict: false }).forgetAll(admin);
    console.log(
      known
        ? `${email} is an admin now, with this password; every device was signed out.`
        : `${email} is an admin now, and signs in with this password.`,
    );
    if (isWithoutSecondFactor) console.log('Authenticator, recovery codes and passkeys are gone.');
    if (config.demandsSecondFactor) console.log(secondFactorWanted);
  } finally {
    await context.close();
  }
}

function given(): { email: string; isWithoutSecondFactor: boolean } {
  let values: { email?: string; 'without-second-factor'?: boolean };
  try {
    ({ values } = parseArgs({
      options: { email: { type: 'string' }, 'without-second-factor': { type: 'boolean' } },
    }));
  } catch (error) {
    throw new Refused(`${(error as Error).message}. Use: npm run admin:create -- --email E`);
  }
  if (values.email === undefined) throw new Refused('Say whose: npm run admin:create -- --email E');
  const email = normaliseEmail(values.email);
  if (!isEmail(email)) throw new Refused(`"${values.email}" is not an e-mail address.`);
  return { email, isWithoutSecondFactor: values['without-second-factor'] ?? false };
}

/** Reads it twice from the terminal, without showing it. */
async function askPassword(email: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new Refused('There is no terminal to ask for the password: set ADMIN_PASSWORD.');
  }
  const password = await askHidden(`Password for ${email}: `);
  if (password !== (await askHidden('Once more: '))) throw new Refused('The two are not the same.');
  return password;
}

function askHidden(question: string): Promise<string> {
  process.stdout.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return new Promise((resolve, reject) => {
    terminal.once('SIGINT', () => {
      terminal.close();
      reject(new Refused('Nothing was changed.'));
    });
    terminal.question('', (answer) => {
      terminal.close();
      process.stdout.write('\n');
      resolve(answer);
    });
  });
}

/** One clear sentence for what a person can mend; undefined for anything else. */
function explain(error: unknown): string | undefined {
  if (
    error instanceof Refused ||
    error instanceof ConfigError ||
    error instanceof DatabaseUnusable
  ) {
    return error.message;
  }
  if (error instanceof Problem) {
    const fields = (error.errors ?? []).map(({ field, message }) => `The ${field} ${message}.`);
    return fields.length > 0 ? fields.join('\n') : error.detail;
  }
  return undefined;
}

try {
  await main();
} catch (error) {
  const told = explain(error);
  if (told === undefined) throw error;
  console.error(told);
  process.exitCode = 1;
}
