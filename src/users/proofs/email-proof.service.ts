/** Makes and redeems proofs of an address: a six-digit code and a link, mailed together, good once for ten minutes. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import {
  type EmailProof,
  EmailProofRepository,
  type ProofPurpose,
} from './email-proof.repository.js';
import { Keys } from '../keys.js';
import {
  type PendingAccount,
  type ProofKey,
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
  ) {}

  /** A first look without a lock, so that a flood of requests for one address costs no connections. */
  async isExhausted(email: string): Promise<boolean> {
    return (await this.proofs.countLive(email, this.clock.now())) >= mostLiveProofs;
  }

  /** @returns null when the address has had its share of mails for now */
  async issue(
    email: string,
    purpose: ProofPurpose,
    pending: PendingAccount = nothingPending,
  ): Promise<ProofSecrets | null> {
    const now = this.clock.now();
    await this.proofs.holdAddress(email);
    if (await this.isExhausted(email)) return null;
    // Only the newest reset link counts; a code or link to sign in may be the mail that came first.
    if (purpose === 'password_reset') await this.retire(email, purpose);
    const secrets = {
      code: randomInt(0, 1_000_000).toString().padStart(6, '0'),
      token: randomBytes(32).toString('base64url'),
    };
    await this.proofs.add({
      ...pending,
      email,
      purpose,
      codeHash: this.codeHash(email, purpose, secrets.code),
      tokenHash: tokenHash(secrets.token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + proofLifetimeSeconds * 1000),
    });
    return secrets;
  }

  /** Whose proof a link carries, without using it up. */
  peek(token: string, purpose: ProofPurpose): Promise<EmailProof | null> {
    return this.proofs.findLiveByToken(tokenHash(token), purpose, this.clock.now());
  }

  /**
   * Uses a proof up. A refusal is null, not an exception: the attempt it cost must be committed.
   */
  async redeem(key: ProofKey, purpose: ProofPurpose): Promise<EmailProof | null> {
    const proof =
      'token' in key
        ? await this.peek(key.token, purpose)
        : await this.guess(key.email, purpose, key.code);
    if (proof === null) return null;
    const used = await this.proofs.use({ id: proof.id }, this.clock.now());
    return used === 1 ? proof : null;
  }

  /** Makes what was mailed before worthless. */
  async retire(email: string, ...purposes: ProofPurpose[]): Promise<void> {
    await this.proofs.use({ email, purpose: { in: purposes } }, this.clock.now());
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
   * up to more guesses. The attempt is spent before the comparison: parallel guesses find it gone.
   */
  private async guess(
    email: string,
    purpose: ProofPurpose,
    code: string,
  ): Promise<EmailProof | null> {
    await this.proofs.holdAddress(email);
    const guessed = Buffer.from(this.codeHash(email, purpose, code));
    const live = await this.proofs.spendAttempt(email, purpose, this.clock.now());
    return live.find(({ codeHash }) => timingSafeEqual(Buffer.from(codeHash), guessed)) ?? null;
  }

  /** Keyed, since a million codes are hashed in a second. */
  private codeHash(email: string, purpose: ProofPurpose, code: string): string {
    return createHmac('sha256', this.keys.proofCode)
      .update(`${purpose} ${email} ${code}`)
      .digest('base64url');
  }
}

/** 256 random bits need no key. */
function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
