/** Tells in milliseconds whether the town has to be settled; starting the seed only to hear no costs a second. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** There while a seed is at work, and after one that was killed at it. */
export function begunMark(dataDir: string): string {
  return join(dataDir, 'seeding');
}

/** True for a database that nobody has used yet, and for half a town. */
export async function townIsMissing(connectionString: string, dataDir: string): Promise<boolean> {
  if (existsSync(begunMark(dataDir))) {
    return true;
  }
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      '(SELECT FROM users LIMIT 1) UNION ALL (SELECT FROM articles LIMIT 1)',
    );
    return rowCount === 0;
  } finally {
    await client.end();
  }
}
