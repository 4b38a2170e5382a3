/** Who asks for what in which way: every pair of the three meets, and all three where most is to be lost. */
import type { Credential } from './leak-town.js';
import type { Question } from './sweep.js';
import type { Way } from './ways-of-asking.js';

/** The API knows a reader by her token, the site by her cookie; what the other knows her by is worth nothing. */
export function isAtHome(target: string, { by }: Credential): boolean {
  return by === 'nothing' || (by === 'bearer') === target.startsWith('/api/');
}

/** Everything as everybody in every way. */
export function everyQuestion(
  targets: readonly string[],
  credentials: readonly Credential[],
  ways: readonly Way[],
): Question[] {
  return targets.flatMap((target) =>
    credentials
      .filter((credential) => isAtHome(target, credential))
      .flatMap((credential) => ways.map((way) => ({ target, credential, way }))),
  );
}

/** Everything with a credential that is worth nothing there, the readers taking turns. */
export function withTheWrongCredential(
  targets: readonly string[],
  credentials: readonly Credential[],
  way: Way,
): Question[] {
  return targets.flatMap((target, row) => {
    const readers = credentials.filter((each) => !isAtHome(target, each));
    const credential = readers[row % readers.length];
    return credential === undefined ? [] : [{ target, credential, way }];
  });
}

/**
 * Everything, the readers taking turns; and the ways, too, where not everybody has to go every way everywhere.
 * @param every of so many ways, one is gone to each target; each way is gone to as many of the targets
 */
export function inTurns(
  targets: readonly string[],
  credentials: readonly Credential[],
  ways: readonly Way[],
  every = 1,
): Question[] {
  return targets.flatMap((target, row) => {
    const readers = credentials.filter((each) => isAtHome(target, each));
    return ways.flatMap((way, column) => {
      const turn = row + column;
      const credential = readers[Math.floor(turn / every) % readers.length];
      return turn % every > 0 || credential === undefined ? [] : [{ target, credential, way }];
    });
  });
}
