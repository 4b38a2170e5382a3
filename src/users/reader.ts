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
}

/** Whoever is signed in on the device that asks. */
export interface Reader {
  id: string;
  email: string;
  name: string | null;
  roles: Role[];
  sessionId: string;
}
