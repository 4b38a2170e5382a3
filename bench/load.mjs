/** Puts an address under load: by wrk where it is installed, else by autocannon, which needs more of the machine. */
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

const run = promisify(execFile);

export const tool = hasWrk() ? 'wrk' : 'autocannon';

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {{ connections: number, seconds: number }} load
 * @returns {Promise<number>} requests a second
 */
export function requestsPerSecond(url, headers, load) {
  return tool === 'wrk' ? byWrk(url, headers, load) : byAutocannon(url, headers, load);
}

function hasWrk() {
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // wrk prints its version and ends with 1.
    return /** @type {{ status?: number }} */ (error).status === 1;
  }
}

/** @type {typeof requestsPerSecond} */
async function byWrk(url, headers, { connections, seconds }) {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, ...named, url]);
  if (/Non-2xx/.test(stdout)) throw new Error(`Not every answer of ${url} was good:\n${stdout}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}

/** @type {typeof requestsPerSecond} */
async function byAutocannon(url, headers, { connections, seconds }) {
  const result = await autocannon({ url, headers, connections, duration: seconds });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers of ${url} were not good.`);
  return result.requests.average;
}
