/** Who lives in the town, as far as the paper knows them. */
import type { Role } from '../../src/users/reader.js';

/** Everybody's, for this is a town without secrets. */
export const townPassword = 'correct-horse-battery-staple';

export const people = {
  admin: { email: 'admin@town.test', name: 'Ada Quay', roles: ['admin'], is: 'admin' },
  editor: { email: 'editor@town.test', name: 'Edda Weir', roles: ['editor'], is: 'editor' },
  author: { email: 'author@town.test', name: 'Otto Reed', roles: ['author'], is: 'author' },
  mira: { email: 'mira@town.test', name: 'Mira', roles: [], is: 'member' },
  tess: { email: 'tess@town.test', name: 'Tess', roles: [], is: 'in her trial' },
  fritz: { email: 'fritz@town.test', name: 'Fritz', roles: [], is: 'registered, never paid' },
  lars: { email: 'lars@town.test', name: 'Lars', roles: [], is: 'lapsed' },
} as const satisfies Record<
  string,
  { email: string; name: string; roles: readonly Role[]; is: string }
>;

export type Person = keyof typeof people;
