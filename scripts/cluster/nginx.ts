/** The nginx that docs/nginx recommends, in front of several processes. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageRoot } from '../package-root.js';
import { somePort } from '../ports.js';
import { type Household, listens } from './household.js';

export interface Balancer {
  /** Where it answers for all, and for the first alone. */
  readonly url: string;
  readonly singleUrl: string;
  /** Once the processes do. */
  serve(): Promise<void>;
  /** Sends nobody to this port any more, or again to all where none is named. */
  spare(port: number | null): Promise<void>;
}

/** Milliseconds after which its new workers do all the work. */
const reloading = 500;

export async function prepareNginx(house: Household, ports: readonly number[]): Promise<Balancer> {
  const [folder, port, singlePort] = [
    await house.room('nginx'),
    await somePort(),
    await somePort(),
  ];
  const text = await readFile(join(packageRoot(), 'docs/nginx/broadsheet.conf'), 'utf8');
  const write = (spared: number | null): Promise<void> => {
    const servers = ports.map(
      (each) =>
        `server 127.0.0.1:${each} max_fails=1 fail_timeout=1s${each === spared ? ' down' : ''};`,
    );
    const site = replaced(text, {
      'server 127.0.0.1:3000;': servers.join('\n    '),
      'listen 80;': `listen 127.0.0.1:${port};`,
      '/var/cache/nginx/broadsheet': join(folder, 'cache'),
      // What is looked at here is what stands behind it.
      'proxy_cache broadsheet;': 'proxy_cache off;',
    });
    return writeFile(join(folder, 'broadsheet.conf'), site);
  };
  await write(null);
  await writeFile(join(folder, 'single.conf'), single(singlePort, ports[0] ?? 0));
  await writeFile(join(folder, 'nginx.conf'), frame(folder));
  return {
    url: `http://127.0.0.1:${port}`,
    singleUrl: `http://127.0.0.1:${singlePort}`,
    serve: async () => {
      const args = ['-p', folder, '-c', join(folder, 'nginx.conf')];
      await house.serve('nginx', '/usr/sbin/nginx', args, () => listens(port));
    },
    spare: async (spared) => {
      await write(spared);
      process.kill(Number(await readFile(join(folder, 'nginx.pid'), 'utf8')), 'SIGHUP');
      await pause(reloading);
    },
  };
}

/** What the operator's own nginx.conf has around it. */
const frame = (folder: string): string => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 2000; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  default_type text/html;
  include ${folder}/broadsheet.conf;
  include ${folder}/single.conf;
}
`;

/** The way to the first process alone, to tell what the second one adds. */
const single = (port: number, process: number): string => `
upstream single { server 127.0.0.1:${process}; keepalive 16; keepalive_timeout 2s; }
server {
  listen 127.0.0.1:${port};
  location / {
    proxy_pass http://single;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $remote_addr;
  }
}
`;

/** Each of them must be there: the configuration is used as it stands. */
function replaced(text: string, changes: Record<string, string>): string {
  return Object.entries(changes).reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`The configuration does not say "${from}".`);
    return changed.replaceAll(from, to);
  }, text);
}
