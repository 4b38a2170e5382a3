/** The bundled list of common passwords, read once. */
import { readFileSync } from 'node:fs';

function readList(): ReadonlySet<string> {
  const text = readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => !line.startsWith('# '));
  return new Set(lines.flatMap((line) => line.split(' ')).filter((word) => word !== ''));
}

export const commonPasswords: ReadonlySet<string> = readList();
