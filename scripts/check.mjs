/** Runs every `check:…` of package.json, says what each found, and fails when one found something. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged, root } from './build.mjs';

/**
 * @param {string} name
 * @returns {Promise<boolean>} whether it found nothing
 */
function check(name) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const tool = spawn('npm', ['run', '--silent', name], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    });
    /** @type {Buffer[]} */
    const output = [];
    tool.stdout.on('data', (part) => output.push(part));
    tool.stderr.on('data', (part) => output.push(part));
    tool.on('error', reject);
    tool.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✔' : '✘'} ${name} (${seconds} s)`);
      if (code !== 0) console.log(Buffer.concat(output).toString().trim());
      resolve(code === 0);
    });
  });
}

// The types of the database come from the schema.
await buildWhatChanged(['client']);

const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const waiting = Object.keys(scripts).filter((name) => name.startsWith('check:'));
let allPassed = true;

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (!(await check(name))) allPassed = false;
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
process.exitCode = allPassed ? 0 : 1;
