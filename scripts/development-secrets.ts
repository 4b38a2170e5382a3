/** Secrets for a development installation that has not been given any: made once, then kept. */
import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, StartFailure } from './start-failure.js';

export interface DevelopmentSecrets {
  readonly jwtSecret: string;
  readonly webhookSecret: string;
}

/** @param folder the data folder; the file in it is its owner's alone */
export async function developmentSecrets(folder: string): Promise<DevelopmentSecrets> {
  const file = join(folder, 'secrets.json');
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
  if (kept !== undefined) {
    return parseSecrets(kept, file);
  }
  const secrets: DevelopmentSecrets = {
    jwtSecret: randomBytes(48).toString('base64url'),
    webhookSecret: `whsec_${randomBytes(32).toString('base64url')}`,
  };
  // Renamed into place, so that a start which is killed here leaves a whole file or none.
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}

function parseSecrets(text: string, file: string): DevelopmentSecrets {
  try {
    const { jwtSecret, webhookSecret } = JSON.parse(text) as Partial<DevelopmentSecrets>;
    if (typeof jwtSecret === 'string' && typeof webhookSecret === 'string') {
      return { jwtSecret, webhookSecret };
    }
  } catch {
    // told below
  }
  throw new StartFailure(
    `${file} cannot be read as Broadsheet's secrets: remove it to get new ones (everybody is signed out).`,
  );
}
