/**
 * Turns away what comes in beyond what this process can answer in time, before it costs anything: without it, twice
 * the load that the machine can carry leaves everybody waiting and nobody served.
 *
 * A request that is seen late in a turn of the event loop has waited for all others of that turn; one that would join
 * more of its kind than can be at work at once would wait for those. Health is always answered.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Injectable } from '@nestjs/common';
import { ourCookies } from './our-cookies.js';

/** Who asks: a reader who is signed in, a stranger who reads, or somebody who changes something. */
export type Asking = 'reader' | 'stranger' | 'change';

/**
 * How many of them are answered at once. Readers wait for the database, which has far fewer connections; strangers
 * are mostly answered from memory, and go on while it is away; changes wait for passphrases and for Stripe, too.
 */
const places: Record<Asking, number> = { reader: 256, stranger: 1024, change: 512 };

/**
 * Milliseconds into a turn of the event loop after which no more is begun. A stranger's page may come from any cache,
 * even when it is old; a flood of strangers leaves those their turn who have paid, or are about to.
 */
const lateness: Record<Asking, number> = { reader: 150, stranger: 90, change: 150 };

/** So many are begun in any turn: on a machine that itself stands still for a while, a few requests are no flood. */
const alwaysBegun = 64;

@Injectable()
export class Overload {
  private readonly inHand: Record<Asking, number> = { reader: 0, stranger: 0, change: 0 };
  private readonly turnedAway: Record<Asking, number> = { reader: 0, stranger: 0, change: 0 };
  private readonly held = new WeakMap<ServerResponse, Asking>();
  /** Answers that wait for others of their connection never close when it does: it closes for them. */
  private readonly ofConnection = new WeakMap<Socket, Set<ServerResponse>>();
  /** Of `performance`; null until somebody asks in this turn of the event loop. */
  private turnBegan: number | null = null;
  private begunInTurn = 0;

  /** How many were turned away since the process began. */
  get refused(): Readonly<Record<Asking, number>> {
    return this.turnedAway;
  }

  /** How many are being answered. */
  get underWay(): Readonly<Record<Asking, number>> {
    return this.inHand;
  }

  /**
   * Asked for each request as its headers are here. Whoever changes something takes no place yet, for his body may
   * take its time.
   */
  admits(request: IncomingMessage, response: ServerResponse): boolean {
    const { url } = request;
    if (url === '/health/live' || url === '/health/ready') return true;
    const asking = askingOf(request);
    // What Stripe has to say is written down and no more; it would come back in a flood of its own.
    if (url?.startsWith('/webhooks/') !== true && this.isLate(lateness[asking])) {
      this.turnedAway[asking] += 1;
      return false;
    }
    this.begunInTurn += 1;
    return asking === 'change' || this.takesPlace(asking, response, request.socket);
  }

  /** @returns false, and counts it, when all places of its kind are taken; else one is, until the answer is made */
  takesPlace(asking: Asking, response: ServerResponse, connection: Socket): boolean {
    if (this.inHand[asking] >= places[asking]) {
      this.turnedAway[asking] += 1;
      return false;
    }
    this.inHand[asking] += 1;
    this.held.set(response, asking);
    this.answersOf(connection).add(response);
    response.once('close', () => {
      this.leavesPlace(response);
      this.ofConnection.get(connection)?.delete(response);
    });
    return true;
  }

  /** Once the answer is made: one that nobody reads would hold its place for as long as its connection lasts. */
  leavesPlace(response: ServerResponse): void {
    const asking = this.held.get(response);
    if (asking === undefined) return;
    this.held.delete(response);
    this.inHand[asking] -= 1;
  }

  private answersOf(connection: Socket): Set<ServerResponse> {
    let answers = this.ofConnection.get(connection);
    if (answers === undefined) {
      answers = new Set();
      this.ofConnection.set(connection, answers);
      connection.once('close', () => {
        for (const answer of this.ofConnection.get(connection) ?? []) this.leavesPlace(answer);
      });
    }
    return answers;
  }

  private isLate(limit: number): boolean {
    const now = performance.now();
    if (this.turnBegan === null) {
      this.turnBegan = now;
      // Runs as soon as everything that had arrived has been looked at.
      setImmediate(this.endTurn);
      return false;
    }
    return this.begunInTurn >= alwaysBegun && now - this.turnBegan > limit;
  }

  private readonly endTurn = (): void => {
    this.turnBegan = null;
    this.begunInTurn = 0;
  };
}

/** Cookies of others make nobody a reader. A forged one of ours does not either, but takes a reader's place: those are counted. */
export function askingOf({ method, headers }: IncomingMessage): Asking {
  if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS') return 'change';
  const isSignedIn =
    headers.authorization !== undefined || headers.cookie?.includes(ourCookies) === true;
  return isSignedIn ? 'reader' : 'stranger';
}
