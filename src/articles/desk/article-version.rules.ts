/** Whether a change may still be made: it must have started from the version that the article has. */
import { type IfMatch, isMatched } from '../../platform/http/versions.rules.js';

/** What somebody says of the version that her change started from. */
export interface StartedFrom {
  /** What the header demands; null where there was none. */
  ifMatch?: IfMatch | null | undefined;
  /** The field of the body. */
  version?: number | undefined;
}

export type VersionRefusal = 'version-unsaid' | 'changed-meanwhile' | 'edited-meanwhile';

/** For an edit, which would write over another one's words: it must say where it started. */
export function refusedEdit(current: number, from: StartedFrom): VersionRefusal | null {
  const isUnsaid = from.version === undefined && (from.ifMatch ?? null) === null;
  return isUnsaid ? 'version-unsaid' : refusedStep(current, from);
}

/** For what is clear from its name, like a deletion: it may be silent on the version. */
export function refusedStep(current: number, from: StartedFrom): VersionRefusal | null {
  const { ifMatch = null, version } = from;
  if (ifMatch !== null && !isMatched(ifMatch, current)) return 'changed-meanwhile';
  return version !== undefined && version !== current ? 'edited-meanwhile' : null;
}
