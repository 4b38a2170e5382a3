/**
 * A cache in front of the application, within its process: what every stranger gets alike is kept as it was sent, by the
 * headers that caches elsewhere obey, and is sent again before anything else of the application is asked.
 */
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Clock } from '../clock/clock.js';
import { Announcements } from '../database/announcements.js';
import { Database } from '../database/database.js';
import { isCompressible, takesGzip } from './compression.js';
import { ourCookies } from './our-cookies.js';
import { Overload } from './overload.js';
import { sharedFor } from './shared-answers.js';

/** Bytes kept in all, and of one answer. */
const room = 6 * 1024 * 1024;
const largest = 256 * 1024;

/** Letters; no address of ours that anybody shares is longer. */
const longestAddress = 1_000;

/** What tells one asker from another, or asks for something else than the bytes: whoever sends it passes by. */
const telling = [
  ...['authorization', 'if-none-match', 'origin', 'range', 'sec-purpose', 'purpose'],
  ...['content-type', 'content-length', 'transfer-encoding', 'expect', 'x-moz'],
];

/** What belongs to one connection or one moment. */
const passing = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding']);

interface Kept {
  readonly body: Buffer;
  /** Names and values in turn; the last value says for how long a cache may keep it. */
  readonly headers: string[];
  /** Milliseconds since 1970, between which it may be sent. */
  readonly from: number;
  readonly until: number;
  /** Whoever takes it compressed is sent another. */
  readonly isForPlainTakers: boolean;
  /** Is told each time that it is sent. */
  readonly note: Note | undefined;
}

type Note = (request: FastifyRequest) => void;
type Sign = (request: FastifyRequest) => boolean;

@Injectable()
export class KeptAnswers {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: room,
    maxEntrySize: largest,
    sizeCalculation: ({ body, headers }, url) =>
      body.length + 2 * (headers.join('').length + url.length) + 500,
  });
  private readonly signs: Sign[] = [];
  private readonly notes = new WeakMap<FastifyReply, Note>();
  private readonly leftOut = new WeakSet<FastifyReply>();
  /** The era in which a request came whose answer may be kept. */
  private readonly asked = new WeakMap<FastifyRequest, number>();
  /** Of the announcements, in which all was made that is kept. */
  private era = 0;

  constructor(
    private readonly announcements: Announcements,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly overload: Overload,
  ) {}

  /** Who is given something of her own though no header says who she is, such as by her address, passes by. */
  passBy(sign: Sign): void {
    this.signs.push(sign);
  }

  /** @param note is told each time that this answer is sent again from here */
  noteWhenSent(reply: FastifyReply, note: Note): void {
    this.notes.set(reply, note);
  }

  /** What is shared, and yet looked up each time: what opens a text must hold at that moment. */
  leaveOut(reply: FastifyReply): void {
    this.leftOut.add(reply);
  }

  /** Must be called before any other hook that asks for something: what is kept is sent at once. */
  stand(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, done) => {
      const isStranger = this.isAnyStranger(request);
      const kept = isStranger ? this.find(request) : undefined;
      if (kept === undefined) {
        if (isStranger) this.asked.set(request, this.announcements.era);
        done();
        return;
      }
      reply.hijack();
      this.overload.leavesPlace(reply.raw);
      reply.raw.writeHead(200, this.headersNow(kept));
      reply.raw.end(kept.body);
      kept.note?.(request);
    });
  }

  /** Must be called after all other hooks: what is kept is what leaves. */
  watch(server: FastifyInstance): void {
    server.addHook('onSend', (request, reply, payload, done) => {
      // Announced meanwhile: what was begun before may be what is over now.
      if (this.asked.get(request) === this.announcements.era && this.announcements.mayKeep) {
        this.keep(request, reply, payload);
      }
      done();
    });
  }

  private isAnyStranger(request: FastifyRequest): boolean {
    const { method, url, headers } = request.raw;
    if (method !== 'GET' || (url ?? '').length > longestAddress) return false;
    for (const name of telling) if (headers[name] !== undefined) return false;
    if (headers.cookie?.includes(ourCookies) === true) return false;
    return !this.signs.some((isTold) => isTold(request));
  }

  private find({ raw: { url = '', headers } }: FastifyRequest): Kept | undefined {
    this.forgetWhatIsOver();
    const zips = takesGzip(headers['accept-encoding']);
    const kept = (zips ? this.kept.get(zipped(url)) : undefined) ?? this.kept.get(url);
    if (kept === undefined || (zips && kept.isForPlainTakers)) return undefined;
    if (!this.announcements.isListening) return this.mayStandIn ? kept : undefined;
    const now = this.clock.now().getTime();
    return now >= kept.from && now < kept.until ? kept : undefined;
  }

  /** No cache in front keeps it for longer than it would have kept the first one. */
  private headersNow({ headers, until }: Kept): string[] {
    const left = Math.ceil((until - this.clock.now().getTime()) / 1000);
    return headers.with(-1, sharedFor(left));
  }

  /** While the database is away nothing newer can be had, and what is kept opens nothing. */
  private get mayStandIn(): boolean {
    return this.database.isAway && this.announcements.mayStandIn;
  }

  private keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const seconds = secondsKept(reply);
    if (reply.statusCode !== 200 || seconds === 0 || reply.hasHeader('set-cookie')) return;
    if (this.leftOut.has(reply)) return;
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return;
    this.forgetWhatIsOver();
    const body = Buffer.from(payload);
    const from = this.clock.now().getTime();
    const { url = '' } = request.raw;
    const isZipped = reply.hasHeader('content-encoding');
    this.kept.set(isZipped ? zipped(url) : url, {
      body,
      headers: headersOf(reply, body.length),
      from,
      until: from + seconds * 1000,
      isForPlainTakers: !isZipped && isCompressible(reply),
      note: this.notes.get(reply),
    });
  }

  private forgetWhatIsOver(): void {
    if (this.era === this.announcements.era) return;
    this.era = this.announcements.era;
    this.kept.clear();
  }
}

const zipped = (url: string): string => `gzip ${url}`;

/** What the answer itself allows a shared cache; none where it says nothing of it. */
function secondsKept(reply: FastifyReply): number {
  const [, seconds = '0'] =
    /^public,.*\bs-maxage=(\d+)/.exec(String(reply.getHeader('cache-control') ?? '')) ?? [];
  return Number(seconds);
}

function headersOf(reply: FastifyReply, length: number): string[] {
  const { 'cache-control': lifetime, ...rest } = reply.getHeaders();
  const all = Object.entries({ ...rest, 'content-length': length, 'cache-control': lifetime });
  return all.flatMap(([name, value]) =>
    value === undefined || passing.has(name) ? [] : [name, String(value)],
  );
}
