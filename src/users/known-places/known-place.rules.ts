/** How many places are remembered of somebody, and for how long. */

export const mostPlaces = 20;

const days = 90;

/** Whoever was last seen there before this has left the place. */
export const knownSince = (now: Date): Date => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
