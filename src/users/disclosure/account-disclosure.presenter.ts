/** What the users' room holds of somebody, as she is given it. */
import { ApiProperty } from '@nestjs/swagger';
import type { Role } from '../reader.js';

export class DisclosedAccount {
  id: string;
  email: string;
  name: string | null;
  @ApiProperty({ enum: ['author', 'editor', 'admin'], isArray: true })
  roles: Role[];
  labels: string[];
  /** Whether a password is set; of the password itself nobody knows more than a hash. */
  hasPassword: boolean;
  createdAt: Date;
  updatedAt: Date;
  bannedAt: Date | null;
  banReason: string | null;
}

export class DisclosedSession {
  id: string;
  /** `token` speaks to the API, `cookie` to the pages. */
  kind: string;
  /** What the device called itself. */
  userAgent: string | null;
  createdAt: Date;
  rotatedAt: Date;
  provenAt: Date;
  secondFactorAt: Date | null;
  expiresAt: Date;
  endedAt: Date | null;
}

export class DisclosedPasskey {
  name: string;
  transports: string[];
  backedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export class DisclosedFactors {
  passkeys: DisclosedPasskey[];
  /** When an authenticator app was set up, and confirmed; null where there is none. */
  authenticatorSince: Date | null;
  authenticatorConfirmedAt: Date | null;
  /** Not yet used. */
  recoveryCodes: number;
}

export class DisclosedProof {
  email: string;
  purpose: string;
  /** The name that a registration is waiting with. */
  name: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export class DisclosedChallenge {
  kind: string;
  createdAt: Date;
  expiresAt: Date;
}

export class DisclosedNote {
  text: string;
  createdAt: Date;
}

/** A line of a file of members, in the file's own words. */
export class DisclosedLine {
  broughtAt: Date;
  email: string;
  name: string | null;
  labels: string | null;
  plan: string | null;
  until: string | null;
}

export class AccountDisclosed {
  account: DisclosedAccount;
  sessions: DisclosedSession[];
  factors: DisclosedFactors;
  /** When she was last seen at each of the places that she is known from. The places are kept as digests only. */
  knownPlaces: Date[];
  /** Mailed codes and links that are not forgotten yet. */
  proofs: DisclosedProof[];
  challenges: DisclosedChallenge[];
  /** What staff wrote down of her. */
  notes: DisclosedNote[];
  /** What files that staff brought said of her, in the week that it is kept. */
  broughtLines: DisclosedLine[];
}
