/** Gives an account passkeys and takes them away. */
import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { notFound } from '../../platform/http/problem.js';
import type { Reader } from '../reader.js';
import { FactorChanges } from '../second-factor/factor-changes.service.js';
import { FactorNews } from '../second-factor/factor-news.service.js';
import {
  passkeyKnown,
  tooManyPasskeys,
  unacceptablePasskey,
} from '../second-factor/second-factor.errors.js';
import type { Attestation } from './credential-json.rules.js';
import { PasskeyChallenges } from './passkey-challenges.service.js';
import { type Passkey, PasskeyRepository } from './passkey.repository.js';
import { type CreationOptions, RelyingParty } from './relying-party.js';
import { handleOf } from './user-handle.rules.js';

/** More than anybody has devices. */
const mostPasskeys = 20;

@Injectable()
export class PasskeyRegistration {
  private readonly logger = new Logger('Passkeys');

  constructor(
    private readonly changes: FactorChanges,
    private readonly challenges: PasskeyChallenges,
    private readonly party: RelyingParty,
    private readonly passkeys: PasskeyRepository,
    private readonly news: FactorNews,
  ) {}

  /** @throws Problem 403 `auth/second-factor-missing`, 409 `auth/too-many-passkeys` */
  propose(reader: Reader): Promise<CreationOptions> {
    return this.changes.change(reader, async () => {
      const known = await this.refuseTooMany(reader);
      const challenge = randomBytes(32);
      await this.challenges.add('passkey_registration', reader.id, challenge);
      const { id, email, name } = reader;
      return this.party.creation({ handle: handleOf(id), email, name }, challenge, known);
    });
  }

  /** @throws Problem 403 and 409 as above; 409 `auth/passkey-known`, 422 `auth/unacceptable-passkey` */
  async add(reader: Reader, name: string, attestation: Attestation): Promise<Passkey> {
    const { challenge: secret, key } = await this.admit(reader, attestation);
    const { transports } = attestation.response;
    return this.changes.change(reader, async () => {
      const meant = { kind: 'passkey_registration', userId: reader.id, secret } as const;
      if ((await this.challenges.use(meant)) === null) throw unacceptablePasskey();
      await this.refuseTooMany(reader);
      const added = await this.passkeys.add({ ...key, userId: reader.id, transports, name });
      if (added === null) throw passkeyKnown();
      await this.news.passkeyAdded(reader, added.id);
      return added;
    });
  }

  list({ id }: Reader): Promise<Passkey[]> {
    return this.passkeys.list(id);
  }

  /** @throws Problem 404 for a passkey that is not hers */
  async rename({ id: userId }: Reader, id: string, name: string): Promise<Passkey> {
    const renamed = await this.passkeys.rename(userId, id, name);
    if (renamed === null) throw notFound();
    return renamed;
  }

  /** @throws Problem 404 for a passkey that is not hers; 409 `auth/last-second-factor` */
  remove(reader: Reader, id: string): Promise<void> {
    return this.changes.takeAway(reader, async () => {
      if (!(await this.passkeys.remove(reader.id, id))) throw notFound();
      await this.news.passkeyRemoved(reader, id);
    });
  }

  /** @returns the passkeys that she has */
  private async refuseTooMany({ id }: Reader): Promise<Passkey[]> {
    const known = await this.passkeys.list(id);
    if (known.length >= mostPasskeys) throw tooManyPasskeys(mostPasskeys);
    return known;
  }

  private async admit(reader: Reader, attestation: Attestation) {
    try {
      return await this.party.admit(attestation);
    } catch (cause) {
      // What is wrong is said in words of whoever sent it: quoted, they stay on their line.
      this.logger.warn(
        `A passkey was not taken for ${reader.id}: ${JSON.stringify(String(cause))}`,
      );
      throw unacceptablePasskey();
    }
  }
}
