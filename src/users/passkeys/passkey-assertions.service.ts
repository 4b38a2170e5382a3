/** Says whose passkey has signed a challenge of ours: two factors at once, for her device asked for finger or PIN. */
import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Account } from '../reader.js';
import { invalidPasskey } from '../second-factor/second-factor.errors.js';
import { SignInMetrics } from '../sign-in/sign-in.metrics.js';
import { UserRepository } from '../user.repository.js';
import type { Assertion } from './credential-json.rules.js';
import { PasskeyChallenges } from './passkey-challenges.service.js';
import { type Passkey, PasskeyRepository } from './passkey.repository.js';
import { RelyingParty, type RequestOptions } from './relying-party.js';
import { handleOf } from './user-handle.rules.js';

/** What a browser needs to ask its owner, and the name of the challenge in it. */
export interface PasskeyRequest {
  challenge: string;
  options: RequestOptions;
}

@Injectable()
export class PasskeyAssertions {
  private readonly logger = new Logger('Passkeys');

  constructor(
    private readonly challenges: PasskeyChallenges,
    private readonly party: RelyingParty,
    private readonly passkeys: PasskeyRepository,
    private readonly users: UserRepository,
    private readonly metrics: SignInMetrics,
  ) {}

  /** The same for everybody: nobody is named, so nothing is told of anybody. */
  async request(): Promise<PasskeyRequest> {
    const bytes = randomBytes(32);
    const challenge = await this.challenges.add('passkey_sign_in', null, bytes);
    return { challenge, options: await this.party.request(bytes) };
  }

  /**
   * The challenge is used up, whatever comes of it.
   * @throws Problem 401 `auth/invalid-passkey`
   */
  async accountOf(challenge: string, assertion: Assertion): Promise<Account> {
    const asked = await this.challenges.use({ kind: 'passkey_sign_in', id: challenge });
    const passkey = await this.passkeys.findByCredential(assertion.id);
    if (asked === null || passkey === null) throw invalidPasskey();
    const seen = await this.recognise(assertion, asked.secret, passkey);
    if (!(await this.passkeys.noteUse(passkey.id, seen))) throw invalidPasskey();
    const account = await this.users.findById(passkey.userId);
    if (account === null) throw invalidPasskey();
    return account;
  }

  private async recognise(assertion: Assertion, challenge: string, passkey: Passkey) {
    try {
      if (assertion.response.userHandle !== handleOf(passkey.userId)) {
        throw new Error('It names another owner.');
      }
      return await this.party.recognise(assertion, challenge, passkey);
    } catch (cause) {
      this.metrics.failed('passkey');
      // What is wrong is said in words of whoever sent it: quoted, they stay on their line.
      this.logger.warn(
        `The passkey ${passkey.id} was not recognised: ${JSON.stringify(String(cause))}`,
      );
      throw invalidPasskey();
    }
  }
}
