/** Hashes and checks passwords with argon2id, a few at a time, so that sign-ins never starve reading. */
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Options, hash, verify } from '@node-rs/argon2';
import { Config } from '../../platform/config/config.js';
import type { Taken } from '../../platform/limits/limits.service.js';
import { Keys } from '../keys.js';
import { normalisePassword } from './password.rules.js';
import { signInsBusy } from '../users.errors.js';

/** Beside the memory; the library's default algorithm is argon2id. */
const passes = { timeCost: 2, parallelism: 1 };

/** One hash keeps one core busy for about 20 ms: a core is left to the readers. */
const atOnce = Math.max(1, Math.min(4, availableParallelism() - 1));

/** About four seconds of waiting on one core; whoever comes later is told to try again. */
const mostWaiting = 200;

@Injectable()
export class PasswordHasher implements OnModuleInit {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy = '';

  private readonly cost: Options;

  constructor(
    private readonly keys: Keys,
    config: Config,
  ) {
    this.cost = { ...passes, memoryCost: config.passwordMemory };
  }

  async onModuleInit(): Promise<void> {
    this.decoy = await this.hash(randomBytes(32).toString('base64url'));
  }

  /** @throws Problem 503 when too many wait already */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalisePassword(password), this.cost));
  }

  /**
   * Hashes with a salt that belongs to the address, so that two registrations for one address can be
   * compared: the same password gives the same hash. The salt stays unique and unguessable.
   */
  hashFor(email: string, password: string): Promise<string> {
    const salt = this.keys.registrationSalt.of(email).subarray(0, 16);
    return this.inTurn(() => hash(normalisePassword(password), { ...this.cost, salt }));
  }

  /**
   * Takes as long for an account without a password, or for none at all, as for a wrong password.
   * @param begin counts the attempt when its turn has come; given back, before anybody else's turn, if it was right
   */
  matches(
    passwordHash: string | null,
    password: string,
    begin: () => Promise<Taken>,
  ): Promise<boolean> {
    return this.inTurn(async () => {
      const attempt = await begin();
      const matches = await verify(passwordHash ?? this.decoy, normalisePassword(password));
      const isRight = matches && passwordHash !== null;
      if (isRight) await attempt.giveBack();
      return isRight;
    });
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) {
      if (this.waiting.length >= mostWaiting) throw signInsBusy();
      await new Promise<void>((turn) => this.waiting.push(turn));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      // The place is handed on, not given back, so that nobody can slip in between.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
