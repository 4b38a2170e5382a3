/** What leaves about passkeys. */
import { ApiProperty } from '@nestjs/swagger';
import type { PasskeyRequest } from './passkey-assertions.service.js';
import type { Passkey } from './passkey.repository.js';
import type { CreationOptions, RequestOptions } from './relying-party.js';

/** A passkey as its owner sees it; the key itself is of no use to her. */
export class PasskeyView {
  id: string;
  /** What she called it. */
  name: string;
  /** Whether it is kept in step across her devices. */
  backedUp: boolean;
  createdAt: string;
  /** Null where it has not signed in yet. */
  lastUsedAt: string | null;
}

export class PasskeysView {
  /** The oldest first; never so many that they need pages. */
  items: PasskeyView[];
}

export class PasskeyCreationView {
  /** For `navigator.credentials.create()`, by way of `PublicKeyCredential.parseCreationOptionsFromJSON()`. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  options: CreationOptions;
}

export class PasskeyRequestView {
  /** Names the challenge in the options; comes back with the signature. */
  challenge: string;
  /** For `navigator.credentials.get()`, by way of `PublicKeyCredential.parseRequestOptionsFromJSON()`. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  options: RequestOptions;
}

export function presentPasskey(passkey: Passkey): PasskeyView {
  const { id, name, backedUp, createdAt, lastUsedAt } = passkey;
  return {
    id,
    name,
    backedUp,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

export const presentPasskeys = (passkeys: readonly Passkey[]): PasskeysView => ({
  items: passkeys.map(presentPasskey),
});

export const presentCreation = (options: CreationOptions): PasskeyCreationView => ({ options });

export const presentRequest = ({ challenge, options }: PasskeyRequest): PasskeyRequestView => ({
  challenge,
  options,
});
