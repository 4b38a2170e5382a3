/** `npm run admin:create -- --email E`: opens an admin's account, or makes an existing one an admin's. */
import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { isEmail } from 'class-validator';
import { createContext } from '../src/app.js';
import { ConfigError, loadConfig } from '../src/platform/config/load-config.js';
import { DatabaseUnusable } from '../src/platform/database/database-unusable.js';
import { Problem } from '../src/platform/http/problem.js';
import { AccountAdminService } from '../src/users/staff/account-admin.service.js';
import { normaliseEmail } from '../src/users/email-address.rules.js';
import { ReaderDirectory } from '../src/users/reader-directory.service.js';
import { commandEnvironment } from './command-environment.js';

/** Why it cannot be done; the message is one sentence for the person at the terminal. */
class Refused extends Error {}

async function main(): Promise<void> {
  const email = emailGiven();
  const environment = commandEnvironment();
  const config = loadConfig(environment);
  const password = environment['ADMIN_PASSWORD'] || (await askPassword(email));
  const context = await createContext(config);
  try {
    const known = (await context.get(ReaderDirectory, { strict: false }).byEmail(email)) !== null;
    const accounts = context.get(AccountAdminService, { strict: false });
    await accounts.createStaff({ email, password, name: null, roles: ['admin'] });
    console.log(
      known
        ? `${email} is an admin now, with this password; every device was signed out.`
        : `${email} is an admin now, and signs in with this password.`,
    );
  } finally {
    await context.close();
  }
}

function emailGiven(): string {
  let given: string | undefined;
  try {
    given = parseArgs({ options: { email: { type: 'string' } } }).values.email;
  } catch (error) {
    throw new Refused(`${(error as Error).message}. Use: npm run admin:create -- --email E`);
  }
  if (given === undefined) throw new Refused('Say whose: npm run admin:create -- --email E');
  const email = normaliseEmail(given);
  if (!isEmail(email)) throw new Refused(`"${given}" is not an e-mail address.`);
  return email;
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
