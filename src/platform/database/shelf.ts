/**
 * Keeps in the process what many ask for and few change, until it is announced that it has changed. It holds
 * what is the same for everybody, and never says who may read.
 */
import type { Announcements } from './announcements.js';
import { isPassing } from './passing-failure.js';

interface Options {
  /**
   * What is kept may stand in for what cannot be asked while the database is away, for some minutes. Only for what
   * is no more than shown, or opens nothing by itself: another process may have changed it meanwhile.
   */
  readonly standsIn?: boolean;
  /** Values kept at most; the one that nobody has asked for longest goes first. */
  readonly room?: number;
}

export class Shelf<T extends object | null> {
  private readonly kept = new Map<string, T>();
  private readonly loading = new Map<string, Promise<T>>();
  private readonly room: number;
  private readonly standsIn: boolean;

  /** @param topic what is announced when a value on this shelf has changed */
  constructor(
    private readonly announcements: Announcements,
    topic: string,
    { room = 1_000, standsIn = false }: Options = {},
  ) {
    this.room = room;
    this.standsIn = standsIn;
    announcements.hear(topic, () => this.empty());
  }

  /** What is kept, or else what is loaded. It is everybody's, hence frozen; null is not kept. */
  async get(key: string, load: () => Promise<T>): Promise<T> {
    if (!this.announcements.mayKeep) return this.lookUp(key, load);
    const kept = this.kept.get(key);
    if (kept !== undefined) {
      this.put(key, kept);
      return kept;
    }
    return this.loading.get(key) ?? this.fill(key, load);
  }

  /** What is kept, if anything is and may be; nothing is loaded. */
  peek(key: string): T | null {
    const { mayKeep, mayStandIn } = this.announcements;
    return mayKeep || (this.standsIn && mayStandIn) ? (this.kept.get(key) ?? null) : null;
  }

  /** Nobody would hear that it has changed: the database is asked each time, as long as it answers. */
  private async lookUp(key: string, load: () => Promise<T>): Promise<T> {
    if (!this.standsIn || !this.announcements.mayStandIn) return load();
    const old = this.kept.get(key);
    try {
      const value = await load();
      // All of it is forgotten as soon as somebody listens again.
      if (!this.announcements.isListening) this.replace(key, value);
      return value;
    } catch (error) {
      if (old === undefined || !isPassing(error)) throw error;
      return old;
    }
  }

  private replace(key: string, value: T): void {
    if (value === null) this.kept.delete(key);
    else this.put(key, frozen(value));
  }

  private async fill(key: string, load: () => Promise<T>): Promise<T> {
    const loading = load();
    this.loading.set(key, loading);
    try {
      const value = await loading;
      // Emptied meanwhile: what was read may be what was announced to be over.
      if (value !== null && this.loading.get(key) === loading) this.put(key, frozen(value));
      return value;
    } finally {
      if (this.loading.get(key) === loading) this.loading.delete(key);
    }
  }

  /** As the one asked for last. */
  private put(key: string, value: T): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.room && oldest !== undefined) this.kept.delete(oldest);
  }

  private empty(): void {
    this.kept.clear();
    this.loading.clear();
  }
}

/** A reader's request that changed a kept value would change it for all others. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
