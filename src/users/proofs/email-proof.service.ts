/** Makes and redeems proofs of an address: a six-digit code and a link, mailed together, good once for ten minutes. */
import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { CodeAttempts } from './code-attempts.service.js';
import {
  type EmailProof,
  EmailProofRepository,
  type ProofPurpose,
} from './email-proof.repository.js';
import { Keys } from '../keys.js';
import { digest } from './proof-request.js';
import {
  type ProofBond,
  type ProofKey,
  type TypedCode,
  mostLiveProofs,
  nothingPending,
  proofLifetimeSeconds,
} from './proof.rules.js';

/** What the mail carries; only hashes stay here. */
export interface ProofSecrets {
  code: string;
  token: string;
}

/** Every method that changes something wants a transaction around it. */
@Injectable()
export class EmailProofService {
  constructor(
    private readonly clock: Clock,
    private readonly keys: Keys,
    private readonly proofs: EmailProofRepository,
    private readonly attempts: CodeAttempts,
  ) {}

  /** A first look without a lock, so that a flood of requests for one address costs no connections. */
  async isExhausted(email: string): Promise<boolean> {
    return (await this.proofs.countLive(email, this.clock.now())) >= mostLiveProofs;
  }

  /** @returns null when the address has had its share of mails for now */
  async issue(
    email: string,
    purpose: ProofPurpose,
    { pending = nothingPending, userId, request }: ProofBond = {},
  ): Promise<ProofSecrets | null> {
    const now = this.clock.now();
    await this.proofs.holdAddress(email);
    if (await this.isExhausted(email)) return null;
    // Only the newest reset link counts; a code or link to sign in may be the mail that came first.
    if (purpose === 'password_reset') await this.retire({ email }, purpose);
    // An account waits for one new address at most, whichever it named before.
    if (purpose === 'email_change' && userId !== undefined) {
      await this.retire({ userId }, purpose);
    }
    const secrets = {
      code: randomInt(0, 1_000_000).toString().padStart(6, '0'),
      token: randomBytes(32).toString('base64url'),
    };
    await this.proofs.add({
      ...pending,
      email,
      purpose,
      userId: userId ?? null,
      requestHash: request === undefined ? null : digest(request),
      codeHash: this.keys.proofCode.of(codeOf(email, purpose, secrets.code)).toString('base64url'),
      tokenHash: digest(secrets.token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + proofLifetimeSeconds * 1000),
    });
    return secrets;
  }

  /** Whose proof a link carries, without using it up. */
  peek(token: string, purpose: ProofPurpose): Promise<EmailProof | null> {
    return this.proofs.findLive({ tokenHash: digest(token), purpose }, this.clock.now());
  }

  /** Where the mail went whose code an account waits for. */
  async addressAwaited(userId: string, purpose: ProofPurpose): Promise<string | null> {
    return (await this.proofs.findLive({ userId, purpose }, this.clock.now()))?.email ?? null;
  }

  /**
   * Uses a proof up. A refusal is null, not an exception: the attempt it cost must be committed.
   * @param userId the account that it was made for, where it is one that changes an account
   */
  async redeem(key: ProofKey, purpose: ProofPurpose, userId?: string): Promise<EmailProof | null> {
    const proof =
      'token' in key ? await this.peek(key.token, purpose) : await this.guess(key, purpose, userId);
    if (proof === null || (userId !== undefined && proof.userId !== userId)) return null;
    const used = await this.proofs.use({ id: proof.id }, this.clock.now());
    return used === 1 ? proof : null;
  }

  /** Makes what was mailed before worthless: for these purposes, or for all where none is named. */
  async retire(
    whose: { email: string } | { userId: string },
    ...purposes: ProofPurpose[]
  ): Promise<void> {
    const which = purposes.length === 0 ? whose : { ...whose, purpose: { in: purposes } };
    await this.proofs.use(which, this.clock.now());
  }

  /**
   * Where several registrations wait for one address, nobody can tell whose mail will be opened: unless
   * they agree on the password, none counts, and the owner of the mailbox signs in by mail and sets her
   * own. So nobody can plant a password by registering somebody else's address.
   * @returns whether the address is contested
   */
  async contest(email: string, passwordHash: string): Promise<boolean> {
    await this.proofs.holdAddress(email);
    return (await this.proofs.disown(email, passwordHash, this.clock.now())) > 0;
  }

  /**
   * A wrong code costs an attempt of every live proof of the address, so that several mails do not add
   * up to more guesses; with its request it is held against that one alone, and nobody else's guesses
   * with theirs spend it. The attempt is spent before the comparison: parallel guesses find it gone.
   * Across all proofs, wrong codes are counted as well.
   * @throws Problem 429 `request/too-many`
   */
  private async guess(
    { email, code, request }: TypedCode,
    purpose: ProofPurpose,
    userId?: string,
  ): Promise<EmailProof | null> {
    const attempt = await this.attempts.begin(email);
    await this.proofs.holdAddress(email);
    const guessed = this.keys.proofCode.everyOf(codeOf(email, purpose, code));
    const meant = {
      email,
      purpose,
      ...(userId === undefined ? {} : { userId }),
      ...(request === undefined ? {} : { requestHash: digest(request) }),
    };
    const live = await this.proofs.spendAttempt(meant, this.clock.now());
    const right = live.find(({ codeHash }) => {
      const kept = Buffer.from(codeHash, 'base64url');
      return guessed.some((guess) => timingSafeEqual(kept, guess));
    });
    if (right === undefined) return null;
    await attempt.giveBack();
    return right;
  }
}

/** What is kept as a keyed digest, since a million codes are hashed in a second. */
const codeOf = (email: string, purpose: ProofPurpose, code: string): string =>
  `${purpose} ${email} ${code}`;
