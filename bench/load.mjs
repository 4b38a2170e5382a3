/** Puts a server under load: by wrk where it is installed, else by autocannon, which needs more of the machine. */
import { execFile, execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

const run = promisify(execFile);

export const tool = hasWrk() ? 'wrk' : 'autocannon';

/** @typedef {{ path: string, headers: Record<string, string> }} Request */
/** @typedef {{ perSecond: number, p99: number, cpu: number }} Measured requests a second, ms, µs of the server's CPU a request */
/** @typedef {{ connections: number, seconds: number, folder: string }} Load */

/**
 * Asks for each of the requests in turn, and begins again after the last.
 * @param {{ url: string, pid: number }} server
 * @param {Request[]} requests
 * @param {Load} load
 * @returns {Promise<Measured>}
 */
export async function measure({ url, pid }, requests, load) {
  const before = await cpuOf(pid);
  const { perSecond, p99, count } = await (tool === 'wrk' ? byWrk : byAutocannon)(
    url,
    requests,
    load,
  );
  return { perSecond, p99, cpu: ((await cpuOf(pid)) - before) / count };
}

/**
 * For a server of several processes, of which none has the whole cost.
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {Load} load
 * @returns {Promise<number>} requests a second
 */
export async function requestsPerSecond(url, headers, load) {
  const { origin, pathname, search } = new URL(url);
  const requests = [{ path: `${pathname}${search}`, headers }];
  return (await (tool === 'wrk' ? byWrk : byAutocannon)(origin, requests, load)).perSecond;
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

/**
 * Microseconds that a process has spent until now, from /proc, which counts hundredths of a second.
 * @param {number} pid
 */
async function cpuOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** @typedef {(url: string, requests: Request[], load: Load) => Promise<{ perSecond: number, p99: number, count: number }>} Tool */

/** @type {Tool} */
async function byWrk(url, requests, { connections, seconds, folder }) {
  const [lines, program] = [`${folder}/requests.tsv`, `${folder}/requests.lua`];
  await writeFile(lines, inLines(requests));
  await writeFile(program, script(lines));
  const { stdout } = await run('wrk', [
    ...['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', program],
    url,
  ]);
  const [, count, failed, p99] = /^figures (\d+) (\d+) ([\d.]+)$/m.exec(stdout) ?? [];
  if (failed !== '0') throw new Error(`Not every answer of ${url} was good:\n${stdout}`);
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  return { perSecond, p99: Number(p99), count: Number(count) };
}

/** A request a line: its path and its headers, for the script to read. @param {Request[]} requests */
const inLines = (requests) =>
  requests
    .map(({ path, headers }) => [path, ...Object.entries(headers).flat()].join('\t'))
    .join('\n');

/** @param {string} file */
const script = (file) => `
local made, at = {}, 0
init = function()
  for line in io.lines("${file}") do
    local parts = {}
    for part in line:gmatch("[^\t]+") do parts[#parts + 1] = part end
    local headers = { ["Host"] = wrk.headers["Host"] }
    for i = 2, #parts, 2 do headers[parts[i]] = parts[i + 1] end
    made[#made + 1] = wrk.format("GET", parts[1], headers)
  end
end
request = function()
  at = at % #made + 1
  return made[at]
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("figures %d %d %.1f\\n", summary.requests,
    e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(99) / 1000))
end`;

/** @type {Tool} */
async function byAutocannon(url, requests, { connections, seconds }) {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: requests.map(({ path, headers }) => ({ method: 'GET', path, headers })),
  });
  if (result.non2xx + result.errors > 0) throw new Error(`Not every answer of ${url} was good.`);
  const { requests: made, latency } = result;
  return { perSecond: made.average, p99: latency.p99, count: made.total };
}
