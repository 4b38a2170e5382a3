/** What every ceiling is given, and how it says where it listens. */
import { readFileSync } from 'node:fs';

const [, , file = '', type = ''] = process.argv;

/** What the product answered, to be sent as it is. */
export const bytes = readFileSync(file, 'utf8');
export const contentType = type;

/** @param {number} port */
export function ready(port) {
  process.send?.({ port, pid: process.pid });
  process.once('disconnect', () => process.exit());
}
