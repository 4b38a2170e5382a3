/** What Chromium's own log says it looked up: also for service workers, redirects, sockets and hints. */
import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kept: string[] = [];

/** Chromium asks after its maker's servers by itself (for a dictionary, too): it is told that they do not exist. */
export const quiet = `--host-resolver-rules=${[
  'google.com',
  'googleapis.com',
  'gstatic.com',
  'gvt1.com',
]
  .map((domain) => `MAP *.${domain} ~NOTFOUND`)
  .join(', ')}`;

/** @returns the file that a browser is to write its log to */
export function newNetLog(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'broadsheet-net-log-')), 'log.json');
  kept.push(file);
  return file;
}

/** Reads and removes the logs of all browsers that were opened, and are closed by now. */
export async function strangersMet(): Promise<string[]> {
  const met = new Set<string>();
  for (const file of kept.splice(0)) {
    for (const place of placesIn(await readFile(file, 'utf8'))) met.add(place);
    await rm(join(file, '..'), { recursive: true });
  }
  return [...met];
}

/** Hosts that were looked up, like `https://example.org`; this machine and what `quiet` refuses are left out. */
function placesIn(log: string): string[] {
  const places = [...log.matchAll(/"host":"(\w+:\/\/[^"]+)"/g)].map(([, place]) => place ?? '');
  return places.filter(
    (place) => !/:\/\/(?:localhost|127\.0\.0\.1|\[?::1\]?|~notfound)(?::\d+)?$/.test(place),
  );
}
