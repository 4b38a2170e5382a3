/** How long a mailed proof lives, and how often it may be asked for and guessed at. */

export const proofLifetimeSeconds = 10 * 60;

/** Wrong codes a proof takes; its link stays good, since nobody guesses 256 bits. */
export const mostAttempts = 5;

/** Live proofs an address may have; whoever asks on gets the same answer and no mail. */
export const mostLiveProofs = 5;

/** What comes back from a mailbox: the link's token, or the code typed in beside the address. */
export type ProofKey = { token: string; request?: string } | TypedCode;

export interface TypedCode {
  email: string;
  code: string;
  /** What whoever asked for the mail holds: with it the code opens that mail's proof and no other. */
  request?: string;
}

/** What a registration leaves behind until its address is proven. */
export interface PendingAccount {
  name: string | null;
  passwordHash: string | null;
}

/** What a proof is good for besides its address. */
export interface ProofBond {
  pending?: PendingAccount;
  /** The account that it changes. */
  userId?: string;
  /** Known to whoever asked for it, and to nobody who did not. */
  request?: string;
}

export const nothingPending: PendingAccount = { name: null, passwordHash: null };
