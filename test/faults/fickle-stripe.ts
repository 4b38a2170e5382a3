/** Stands between the product and its Stripe: lets everything through, is away, hangs, or answers with faults. */
import {
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
  request,
} from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

type Mood = 'through' | 'faults' | 'silent' | 'slow body';

export class FickleStripe {
  private mood: Mood = 'through';
  private server: Server | undefined;
  private port = 0;
  /** How many requests were open at once at most, since it was last asked. */
  private most = 0;
  private open = 0;

  constructor(private readonly behind: string) {}

  async listen(): Promise<string> {
    const server = createServer((asked, answer) => this.take(asked, answer));
    this.server = server;
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.port}`;
  }

  become(mood: Mood): void {
    this.mood = mood;
    this.most = this.open;
  }

  get mostOpen(): number {
    return this.most;
  }

  /** Nobody listens there any more; whoever was connected is cut off. */
  async goAway(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.server = undefined;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  private take(asked: IncomingMessage, answer: ServerResponse): void {
    this.open += 1;
    this.most = Math.max(this.most, this.open);
    answer.once('close', () => (this.open -= 1));
    const { mood } = this;
    if (mood === 'silent') return;
    if (mood === 'faults') {
      answer.writeHead(500, { 'content-type': 'application/json' });
      answer.end('{"error":{"type":"api_error","message":"trouble"}}');
    } else if (mood === 'slow body') {
      answer.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => answer.write(' '), 500);
      answer.once('close', () => clearInterval(drip));
    } else this.pass(asked, answer);
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, headers, url } = asked;
    const further = request(new URL(url ?? '/', this.behind), { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    further.on('error', () => answer.destroy());
    asked.pipe(further);
  }
}
