/** Asks at a pace of its own, whether or not the answers before have come, as a public does that knows of no other. */
import { type Socket, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

interface Offer {
  url: string;
  path: string;
  headers?: Record<string, string>;
  perSecond: number;
  seconds: number;
  /** What no answer may hold. */
  forbidden?: string;
  /** How many connections; a thousand, where nothing is said. */
  connections?: number;
}

export interface Offered {
  sent: number;
  /** How many answers with each status. */
  statuses: Record<string, number>;
  /** Milliseconds from the moment that a request was due until its answer was here, by status. */
  took: Record<string, number[]>;
  /** Connections that were there, and ended without an answer. */
  cut: number;
  /** Requests for which there was no connection. */
  unconnected: number;
  /** Answers that held what they may not. */
  leaks: number;
}

/** Kept open from the start: more than there are requests on their way to a server that answers in time. */
const mostConnections = 1_000;

const endOfHead = Buffer.from('\r\n\r\n');

class Line {
  private readonly socket: Socket;
  private got: Buffer = Buffer.alloc(0);
  private due = 0;
  private isBusy = false;
  private isThere = false;

  constructor(
    url: URL,
    private readonly request: Buffer,
    private readonly told: {
      answer: (status: string, due: number, text: Buffer) => void;
      /** Without an answer; with or without having been there. */
      cut: (wasThere: boolean) => void;
      free: (line: Line) => void;
      gone: () => void;
    },
  ) {
    this.socket = connect({ port: Number(url.port), host: url.hostname });
    this.socket.setNoDelay(true);
    this.socket.once('connect', () => {
      this.isThere = true;
      if (!this.isBusy) this.told.free(this);
    });
    this.socket.on('data', (chunk: Buffer) => this.take(chunk));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => {
      if (this.isBusy) this.told.cut(this.isThere);
      this.told.gone();
    });
  }

  ask(due: number): void {
    this.isBusy = true;
    this.due = due;
    this.socket.write(this.request);
  }

  end(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.got = this.got.length === 0 ? chunk : Buffer.concat([this.got, chunk]);
    const head = this.got.indexOf(endOfHead);
    if (head < 0) return;
    const text = this.got.toString('latin1', 0, head);
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (this.got.length < head + 4 + length) return;
    this.isBusy = false;
    this.told.answer(text.slice(9, 12), this.due, this.got);
    this.got = Buffer.alloc(0);
    if (/^connection: close/im.test(text)) this.socket.destroy();
    else this.told.free(this);
  }
}

export async function offer({
  url,
  path,
  headers = {},
  perSecond,
  seconds,
  forbidden,
  connections = mostConnections,
}: Offer): Promise<Offered> {
  const place = new URL(url);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(
    `GET ${path} HTTP/1.1\r\nhost: ${place.host}\r\n${lines.join('')}\r\n`,
  );
  const outcome: Offered = { sent: 0, statuses: {}, took: {}, cut: 0, unconnected: 0, leaks: 0 };
  const free: Line[] = [];
  const all = new Set<Line>();
  let waiting = 0;
  const open = (): Line => {
    const line: Line = new Line(place, request, {
      answer: (status, due, text) => {
        waiting -= 1;
        outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1;
        (outcome.took[status] ??= []).push(performance.now() - due);
        if (forbidden !== undefined && text.includes(forbidden)) outcome.leaks += 1;
      },
      cut: (wasThere) => {
        waiting -= 1;
        if (wasThere) outcome.cut += 1;
        else outcome.unconnected += 1;
      },
      free: (each) => free.push(each),
      gone: () => {
        all.delete(line);
        const at = free.indexOf(line);
        if (at >= 0) free.splice(at, 1);
      },
    });
    all.add(line);
    return line;
  };
  for (let opened = 1; opened <= connections; opened += 1) {
    open();
    // As many at once as a server's queue of newcomers takes.
    if (opened % 100 === 0) await pause(30);
  }
  while (free.length < all.size) await pause(10);
  const began = performance.now();
  for (let now = began; now < began + seconds * 1000; now = performance.now()) {
    const due = Math.floor(((now - began) / 1000) * perSecond);
    for (; outcome.sent < due; outcome.sent += 1) {
      const at = began + (outcome.sent / perSecond) * 1000;
      const line = free.pop() ?? (all.size < connections ? open() : undefined);
      if (line === undefined) outcome.unconnected += 1;
      else {
        waiting += 1;
        line.ask(at);
      }
    }
    await pause(2);
  }
  for (const end = performance.now() + 15_000; waiting > 0 && performance.now() < end;) {
    await pause(10);
  }
  outcome.cut += waiting;
  waiting = 0;
  for (const line of all) line.end();
  return outcome;
}

/** How many answers a second when so many ask one after the other. */
export async function capacity(
  { url, path, headers = {} }: Pick<Offer, 'url' | 'path' | 'headers'>,
  connections: number,
  seconds: number,
): Promise<number> {
  const place = new URL(url);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(
    `GET ${path} HTTP/1.1\r\nhost: ${place.host}\r\n${lines.join('')}\r\n`,
  );
  let answers = 0;
  let others = 0;
  const all = Array.from({ length: connections }, () => {
    const line: Line = new Line(place, request, {
      answer: (status) => (status === '200' ? (answers += 1) : (others += 1)),
      cut: () => (others += 1),
      free: (each) => each.ask(0),
      gone: () => undefined,
    });
    return line;
  });
  await pause(1_000);
  answers = 0;
  const began = performance.now();
  await pause(seconds * 1000);
  const rate = (answers / (performance.now() - began)) * 1000;
  const failed = others;
  for (const line of all) line.end();
  if (failed > 0)
    throw new Error(`${failed} answers were not good while the capacity was measured.`);
  return Math.round(rate);
}
