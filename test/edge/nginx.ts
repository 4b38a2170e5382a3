/** A real nginx with the configuration that docs/nginx recommends, on a free port and in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const recommended = new URL('../../docs/nginx/', import.meta.url);
const receiver = new URL('../../scripts/purge-receiver.mjs', import.meta.url);

export interface Nginx {
  url: string;
  /** Where it keeps answers. */
  cache: string;
  close(): Promise<void>;
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * @param product where Broadsheet answers
 * @param held texts by slug that nginx hands out itself
 * @param network of an institution
 */
export async function startNginx(
  product: string,
  held: Record<string, string>,
  network: string,
): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-edge-'));
  const [cache, texts, port] = [join(folder, 'cache'), join(folder, 'held'), await freePort()];
  // A master started by root has its workers run as somebody else.
  await chmod(folder, 0o755);
  await mkdir(texts);
  for (const [slug, text] of Object.entries(held)) {
    await writeFile(join(texts, `${slug}.html`), text);
  }
  await writeFile(join(folder, 'nginx.conf'), frame(folder));
  const heldTexts = replaced(await readFile(new URL('held-texts.conf', recommended), 'utf8'), {
    '/var/lib/broadsheet/held': texts,
  });
  const site = replaced(await readFile(new URL('broadsheet.conf', recommended), 'utf8'), {
    '/var/cache/nginx/broadsheet': cache,
    'server 127.0.0.1:3000;': `server ${new URL(product).host};`,
    'listen 80;': `listen 127.0.0.1:${port};`,
    '# 192.0.2.0/24 1;': `${network} 1;`,
    'server_name _;': `server_name _;\n${heldTexts}`,
  });
  await writeFile(join(folder, 'broadsheet.conf'), site);
  const program = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(url, program);
  return { url, cache, close: () => end(program, folder) };
}

/** The receiver of purges that the docs recommend beside nginx. */
export async function startPurgeReceiver(
  cache: string,
  secret: string,
  port: number,
): Promise<{ close(): Promise<void> }> {
  const program = spawn(process.execPath, [receiver.pathname, cache, String(port)], {
    env: { PURGE_SECRET: secret },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await answering(`http://127.0.0.1:${port}`, program);
  return { close: () => end(program) };
}

/** What the operator's own nginx.conf has around it. */
const frame = (folder: string): string => `
  daemon off;
  worker_processes 1;
  pid ${folder}/nginx.pid;
  error_log stderr error;
  events {}
  http {
    access_log off;
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/fastcgi;
    uwsgi_temp_path ${folder}/uwsgi;
    scgi_temp_path ${folder}/scgi;
    default_type text/html;
    include ${folder}/broadsheet.conf;
  }`;

/** Each of them must be there: the configuration is used as it stands. */
function replaced(text: string, changes: Record<string, string>): string {
  return Object.entries(changes).reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`The configuration does not say "${from}".`);
    return changed.replaceAll(from, to);
  }, text);
}

async function answering(url: string, program: ChildProcess): Promise<void> {
  // A test run that is cut short leaves nothing behind.
  process.once('exit', () => program.kill());
  const failed = new Promise<never>((_, reject) => {
    program.once('error', reject);
  });
  const answers = async () => {
    for (let attempts = 0; attempts < 500; attempts += 1) {
      if (await fetch(url).then(always(true), always(false))) return;
      await pause(20);
    }
    throw new Error(`Nothing answers at ${url}.`);
  };
  await Promise.race([failed, answers()]);
}

const always = (is: boolean) => () => is;

async function end(program: ChildProcess, folder?: string): Promise<void> {
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  await ended;
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
