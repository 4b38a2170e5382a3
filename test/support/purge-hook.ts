/** The receiver of purges, as an operator would build one: checks the signature of everything it is told. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ToldPurge {
  surrogateKeys: string[];
  at: string;
}

export interface PurgeHook {
  url: string;
  secret: string;
  /** What it was told with a good signature, in that order. */
  told: ToldPurge[];
  /** How many calls came, good or bad. */
  calls: number;
  /** What it answers next, each once; 204 afterwards. */
  answers: { status: number; location?: string }[];
  close(): Promise<void>;
}

export async function startPurgeHook(): Promise<PurgeHook> {
  const secret = 'a secret of thirty-two bytes, at least';
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      hook.calls += 1;
      if (request.method === 'POST' && isSigned(request, body, secret)) {
        hook.told.push(JSON.parse(body) as ToldPurge);
      }
      const { status, location } = hook.answers.shift() ?? { status: 204 };
      response.writeHead(status, location === undefined ? {} : { location }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hook: PurgeHook = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/purge`,
    secret,
    told: [],
    calls: 0,
    answers: [],
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return hook;
}

function isSigned(request: IncomingMessage, body: string, secret: string): boolean {
  const signature = String(request.headers['broadsheet-signature']);
  const [, at = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (mac === '' || Math.abs(Date.now() / 1000 - Number(at)) > 60) return false;
  const right = createHmac('sha256', secret).update(`${at}.${body}`).digest();
  return timingSafeEqual(Buffer.from(mac, 'hex'), right);
}
