/** Sends requests over kept connections and hands back whatever arrives, byte for byte. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { gunzipSync } from 'node:zlib';

export interface Arrived {
  status: number;
  /** The status line's words and every header as it came. */
  head: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });
  private readonly host: string;
  private readonly port: number;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.host = hostname;
    this.port = Number(port);
  }

  send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<Arrived> {
    return new Promise((resolve, reject) => {
      const { host, port, agent } = this;
      const sent = request({ host, port, agent, method, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => resolve(arrived(answer, Buffer.concat(chunks))));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function arrived(answer: IncomingMessage, bytes: Buffer): Arrived {
  const { headers } = answer;
  const isPacked = headers['content-encoding'] === 'gzip' && bytes.length > 0;
  return {
    status: answer.statusCode ?? 0,
    head: [answer.statusMessage, ...answer.rawHeaders].join('\n'),
    headers,
    body: (isPacked ? gunzipSync(bytes) : bytes).toString('utf8'),
  };
}
