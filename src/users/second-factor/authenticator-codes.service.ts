/** What an authenticator app is given, and the codes that it shows now. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { inBase32, stepOf, uriOf } from './totp.js';

/** What an app needs: typed in, or shown to its camera. */
export interface ProposedAuthenticator {
  secret: string;
  uri: string;
}

@Injectable()
export class AuthenticatorCodes {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The app lists it under the publication's name. */
  proposal(secret: Uint8Array, email: string): ProposedAuthenticator {
    const { name } = this.config.publication;
    return { secret: inBase32(secret), uri: uriOf(secret, email, name) };
  }

  /** @returns the time step that the code belongs to, or null when it belongs to none that counts now */
  stepOf(code: string, secret: Uint8Array): number | null {
    return stepOf(code, secret, this.clock.now());
  }
}
