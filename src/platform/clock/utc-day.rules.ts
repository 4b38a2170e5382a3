/** The day that an instant lies in, for what is counted by the day all over the world. */

/** Like `2026-11-29`, in UTC. */
export const utcDay = (instant: Date): string => instant.toISOString().slice(0, 10);
