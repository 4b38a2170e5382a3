/** A mail server that takes mails, hangs after a connection, or is away. */
import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';

export class FickleMail {
  readonly taken: string[] = [];
  private server: Server | undefined;
  private port = 0;
  private readonly sockets = new Set<Socket>();
  private isSilent = false;

  async listen(): Promise<string> {
    const server = createServer((socket) => this.talk(socket));
    this.server = server;
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Accepts from now on, and says nothing; or speaks again. */
  hold(silent: boolean): Promise<void> {
    this.isSilent = silent;
    return Promise.resolve();
  }

  get connections(): number {
    return this.sockets.size;
  }

  async goAway(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.server = undefined;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    if (this.isSilent) return;
    let isText = false;
    let rest = '';
    let to = '';
    const say = (line: string): boolean => socket.write(`${line}\r\n`);
    say('220 mail.test ESMTP');
    socket.on('data', (chunk: Buffer) => {
      rest += chunk.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (isText) {
          if (line !== '.') continue;
          isText = false;
          this.taken.push(to);
          say('250 taken');
        } else if (/^DATA/i.test(line)) {
          isText = true;
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else {
          to = /^RCPT TO:<([^>]+)>/i.exec(line)?.[1] ?? to;
          say('250 mail.test');
        }
      }
    });
  }
}
