/** Measures how long work waits for one of the pool's connections. */
import type pg from 'pg';

type Taken = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (error?: boolean | Error) => void,
) => void;

/** @param waited told of each wait, in milliseconds, also of one that was in vain */
export function timeWaits(pool: pg.Pool, waited: (milliseconds: number) => void): void {
  const connect: pg.Pool['connect'] = pool.connect.bind(pool);
  function timed(): Promise<pg.PoolClient>;
  function timed(taken: Taken): void;
  function timed(taken?: Taken): Promise<pg.PoolClient> | void {
    const began = performance.now();
    const note = (): void => waited(performance.now() - began);
    if (taken !== undefined) {
      connect((...answer) => {
        note();
        taken(...answer);
      });
      return;
    }
    const asked = connect();
    asked.then(note, note);
    return asked;
  }
  pool.connect = timed;
}
