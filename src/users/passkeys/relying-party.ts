/** The one border to WebAuthn: what we ask browsers for, and what we believe of their answers. */
import { Injectable } from '@nestjs/common';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { Config } from '../../platform/config/config.js';
import type { Assertion, Attestation } from './credential-json.rules.js';
import type { Passkey } from './passkey.repository.js';

/** Some 300 files of certificates and their formats: a tenth of a second of every start, and 9 MB, for who has a passkey. */
const webAuthn = () => import('@simplewebauthn/server');

/** How long a browser waits for a finger or a PIN, and we for its answer. */
export const passkeyChallengeSeconds = 5 * 60;

/** EdDSA, ES256 and RS256: what devices can, and every runtime verifies. */
const algorithms = [-8, -7, -257];

/** What a browser is handed to make a passkey with, and to sign with one. */
export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;

export interface KeyOwner {
  /** Kept by the device and handed back by it; tells nothing of the person. */
  handle: string;
  email: string;
  name: string | null;
}

@Injectable()
export class RelyingParty {
  private readonly origin: string;
  private readonly id: string;
  private readonly name: string;

  constructor(config: Config) {
    const { origin, hostname } = new URL(config.publicUrl);
    this.name = config.publication.name;
    this.origin = origin;
    this.id = hostname;
  }

  /** @param known credentials that her device is not to make a second time */
  async creation(
    owner: KeyOwner,
    challenge: Uint8Array<ArrayBuffer>,
    known: readonly Passkey[],
  ): Promise<CreationOptions> {
    const { generateRegistrationOptions } = await webAuthn();
    return generateRegistrationOptions({
      rpName: this.name,
      rpID: this.id,
      userID: new Uint8Array(Buffer.from(owner.handle, 'base64url')),
      userName: owner.email,
      userDisplayName: owner.name ?? owner.email,
      challenge,
      timeout: passkeyChallengeSeconds * 1000,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: algorithms,
    });
  }

  /** The same for everybody: the device knows which passkeys it has for us. */
  async request(challenge: Uint8Array<ArrayBuffer>): Promise<RequestOptions> {
    const { generateAuthenticationOptions } = await webAuthn();
    return generateAuthenticationOptions({
      rpID: this.id,
      challenge,
      timeout: passkeyChallengeSeconds * 1000,
      userVerification: 'required',
    });
  }

  /**
   * @returns the new credential, and the challenge that it was made for: whether that is ours is not judged here
   * @throws Error that says what is wrong with it, in the library's words
   */
  async admit(response: Attestation) {
    const { verifyRegistrationResponse } = await webAuthn();
    let challenge = '';
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (signed) => {
        challenge = signed;
        return true;
      },
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified) throw new Error('The attestation does not verify.');
    const { credential, credentialBackedUp: backedUp } = registrationInfo;
    const { id: credentialId, publicKey, counter } = credential;
    return { challenge, key: { credentialId, publicKey, counter, backedUp } };
  }

  /**
   * @returns what the device says of itself beside the signature
   * @throws Error as above, also where its counter went back
   */
  async recognise(response: Assertion, challenge: string, passkey: Passkey) {
    const { verifyAuthenticationResponse } = await webAuthn();
    const { credentialId: id, publicKey, counter } = passkey;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      credential: { id, publicKey, counter },
      requireUserVerification: true,
    });
    if (!verified) throw new Error('The signature does not verify.');
    const { newCounter, credentialBackedUp } = authenticationInfo;
    return { counter: newCounter, backedUp: credentialBackedUp };
  }
}
