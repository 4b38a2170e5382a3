/** Whether a password is right, asked only as often as nobody can guess it; spraying is seen here. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Turnstile } from '../../platform/database/turnstile.js';
import type { LimitRule } from '../../platform/limits/limit.rules.js';
import { tooMany } from '../../platform/limits/limits.errors.js';
import { Limits, type Refusal, type Taken } from '../../platform/limits/limits.service.js';
import { KnownPlaces } from '../known-places/known-places.service.js';
import { SignIns } from '../sign-in/sign-in.facts.js';
import { failuresInARow, wrongPasswords } from '../users.limits.js';
import { PasswordHasher } from './password-hasher.js';
import { SprayWatch } from './spray-watch.service.js';

/** Who comes in a crowd is looked at one after the other, so that others are served in between. */
const looks = { places: 2, queue: 1_000, patience: 5_000 };

@Injectable()
export class PasswordAttempts implements OnModuleInit {
  private readonly turnstile = new Turnstile(looks);

  constructor(
    private readonly limits: Limits,
    private readonly places: KnownPlaces,
    private readonly hasher: PasswordHasher,
    private readonly sprayWatch: SprayWatch,
    private readonly signIns: SignIns,
  ) {}

  onModuleInit(): void {
    this.signIns.hear(({ email }) => this.limits.clear(failuresInARow, email));
  }

  /**
   * Is asked before anybody waits for the hasher, and counts when her turn has come: so neither a queue of guesses
   * nor a second process lets one more through. What was right is given back.
   * @param email of a mailbox that need not be known: all of it is the same for one that is not
   * @param passwordHash null where there is none
   * @throws Problem 429 `request/too-many`, 503 `auth/busy`
   */
  async isRight(email: string, passwordHash: string | null, password: string): Promise<boolean> {
    await this.turnstile.through(() =>
      this.unlessRefused(email, (rules) => this.limits.look(rules, email)),
    );
    const isRight = await this.hasher.matches(passwordHash, password, () => this.begin(email));
    if (!isRight) await this.sprayWatch.note(email);
    return isRight;
  }

  private begin(email: string): Promise<Taken> {
    return this.unlessRefused(email, (rules) => this.limits.tryTake(rules, email));
  }

  /** Too many failures in a row, from wherever, shut nobody out from where she has been before. */
  private async unlessRefused<Answer extends object | null>(
    email: string,
    ask: (rules: readonly LimitRule[]) => Promise<Answer | Refusal>,
  ): Promise<Answer> {
    const answer = await ask([...wrongPasswords, failuresInARow]);
    if (!isRefusal(answer)) return answer;
    const isShut = answer.by.includes(failuresInARow);
    if (!isShut || !(await this.places.isKnown(email))) throw tooMany(answer.seconds);
    const here = await ask(wrongPasswords);
    if (isRefusal(here)) throw tooMany(here.seconds);
    return here;
  }
}

const isRefusal = (answer: object | null): answer is Refusal => answer !== null && 'by' in answer;
