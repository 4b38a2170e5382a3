/** Counts the mailed codes that are tried, so that nobody guesses one, over however many mails and addresses. */
import { Injectable } from '@nestjs/common';
import { tooMany } from '../../platform/limits/limits.errors.js';
import { Limits, type Taken } from '../../platform/limits/limits.service.js';
import { KnownPlaces } from '../known-places/known-places.service.js';
import { wrongCodes, wrongCodesAnywhere } from '../users.limits.js';

@Injectable()
export class CodeAttempts {
  constructor(
    private readonly limits: Limits,
    private readonly places: KnownPlaces,
  ) {}

  /**
   * Guesses from wherever shut nobody out from where she has been before.
   * @param email of a mailbox that need not be known: all of it is the same for one that is not
   * @returns the attempt, to be given back where the code was right
   * @throws Problem 429 `request/too-many`
   */
  async begin(email: string): Promise<Taken> {
    const taken = await this.limits.tryTake([...wrongCodes, wrongCodesAnywhere], email);
    if (!('by' in taken)) return taken;
    const isShut = taken.by.includes(wrongCodesAnywhere);
    if (!isShut || !(await this.places.isKnown(email))) throw tooMany(taken.seconds);
    return this.limits.take(wrongCodes, email);
  }
}
