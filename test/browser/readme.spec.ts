/** The README's journey, run as it stands there: its blocks in one shell, one after the other. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { product } from './product.js';

const run = promisify(execFile);
const readme = join(import.meta.dirname, '../../README.md');

async function journey(): Promise<string> {
  const text = await readFile(readme, 'utf8');
  const section = text.slice(text.indexOf('## The same by'), text.indexOf('## Tests'));
  const blocks = [...section.matchAll(/```bash\n(.*?)```/gs)].map(([, block]) => block ?? '');
  return blocks
    .join('\necho\n')
    .replaceAll('http://localhost:3000', product().url)
    .replaceAll('http://localhost:12111', product().simulatorUrl);
}

describe('the README', () => {
  it('leads by its own lines from the teaser to the first paid year', async () => {
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', await journey()]);
    expect(stdout).toContain('"denial":"sign-in-required"');
    expect(stdout).toContain('"state":"trialing"');
    expect(stdout).toContain('"via":"membership"');
    expect(stdout).toContain('"state":"active"');
    expect(stdout).toContain('"amountPaid":{"amount":30000,"currency":"usd"}');
  });
});
