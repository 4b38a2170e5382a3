/** Looks accounts up for the rooms above, and renames them. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/http/problem.js';
import type { Account } from './reader.js';
import { UserRepository } from './user.repository.js';

@Injectable()
export class ReaderDirectory {
  constructor(
    private readonly clock: Clock,
    private readonly users: UserRepository,
  ) {}

  byId(id: string): Promise<Account | null> {
    return this.users.findById(id);
  }

  byEmail(email: string): Promise<Account | null> {
    return this.users.findByEmail(email);
  }

  /** One who has none signs in by mail. */
  hasPassword(email: string): Promise<boolean> {
    return this.users.hasPassword(email);
  }

  /** @throws Problem 404 for an unknown account */
  async rename(id: string, name: string | null): Promise<Account> {
    const account = await this.users.change(id, { name }, this.clock.now());
    if (account === null) throw notFound();
    return account;
  }
}
