/**
 * Runs beside an nginx whose cache holds Broadsheet's answers, and deletes from it what a purge names:
 * `PURGE_SECRET=… node purge-receiver.mjs <cache directory> <port> [address]`. Needs nothing but Node.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const [directory = '', port = '', address = '127.0.0.1'] = process.argv.slice(2);
const secret = process.env['PURGE_SECRET'] ?? '';

/** Seconds a signature is good for, so that a purge that was overheard cannot be told again for ever. */
const tolerance = 300;

/** Bytes at the beginning of a kept answer in which nginx has its key and its headers. */
const head = 16 * 1024;

/**
 * @param {string} signature
 * @param {string} body
 */
function isSigned(signature, body) {
  const [, at = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (Math.abs(Date.now() / 1000 - Number(at)) > tolerance) return false;
  const right = createHmac('sha256', secret).update(`${at}.${body}`).digest();
  return timingSafeEqual(Buffer.from(mac, 'hex'), right);
}

/** @param {string} path */
async function keysOf(path) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(head), 0, head, 0);
    const kept = buffer.toString('latin1', 0, bytesRead);
    const [, keys = ''] = /^surrogate-key: (.*)\r$/im.exec(kept) ?? [];
    return keys.split(' ');
  } finally {
    await file.close();
  }
}

/** @param {string[]} keys */
async function purge(keys) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    try {
      if ((await keysOf(path)).some((key) => keys.includes(key))) await rm(path, { force: true });
    } catch (error) {
      // nginx throws away what nobody asks for: gone is gone.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}

if (directory === '' || port === '' || Buffer.byteLength(secret) < 32) {
  console.error(
    'PURGE_SECRET=<32 bytes> node purge-receiver.mjs <cache directory> <port> [address]',
  );
  process.exit(1);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<number>} the status to answer
 */
async function take(request) {
  try {
    const body = await text(request);
    if (!isSigned(String(request.headers['broadsheet-signature']), body)) return 403;
    await purge(JSON.parse(body).surrogateKeys);
    return 204;
  } catch (error) {
    console.error(error);
    return 500;
  }
}

createServer((request, response) => {
  void take(request).then((status) => response.writeHead(status).end());
}).listen(Number(port), address, () => console.log(`Purges are taken on ${address}:${port}.`));
