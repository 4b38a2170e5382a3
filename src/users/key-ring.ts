/** The keys of one purpose: one for each secret that is known. */
import type { KeyObject } from 'node:crypto';

/** The first is made of JWT_SECRET and makes everything new; the others are of JWT_SECRET_PREVIOUS. */
export type KeyRing = readonly [current: KeyObject, ...older: KeyObject[]];
