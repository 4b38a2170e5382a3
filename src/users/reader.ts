/** Who somebody is to the rooms: an account, and a reader who is signed in to one. */

/** Rising: an editor may what an author may, an admin may everything. Readers have none. */
export type Role = 'author' | 'editor' | 'admin';

/** An account as other rooms may see it; its password stays in this room. */
export interface Account {
  id: string;
  email: string;
  name: string | null;
  roles: Role[];
  createdAt: Date;
  bannedAt: Date | null;
  banReason: string | null;
  /** When she had it deleted; nothing of the person is left in it then. */
  deletedAt: Date | null;
  /** Others after each change of address or password: what was proven of the ones before lets nobody in. */
  credentials: string;
}

/** Whoever is signed in on the device that asks. */
export interface Reader {
  id: string;
  email: string;
  name: string | null;
  roles: Role[];
  sessionId: string;
  /** When she last showed in this session that the account is hers. */
  provenAt: Date;
  /** When she last did so with two factors; null where one was enough. */
  secondFactorAt: Date | null;
  /** The member of staff who reads as her, and may change nothing; null where it is she herself. */
  impersonatedById: string | null;
}

/** An account as its reader, where nobody is signed in: for seeing what she would see. */
export function readerWithoutSession({ id, email, name, roles, createdAt }: Account): Reader {
  const proofs = { provenAt: createdAt, secondFactorAt: null, impersonatedById: null };
  return { id, email, name, roles, sessionId: '', ...proofs };
}
