/** Decides where a reader may be sent after signing in: only to a path of this site. */

const LONGEST_PATH = 512;

/**
 * A path of ours, as given; `null` for anything a browser could read as another site.
 * Backslashes and control characters are refused because browsers turn `/\evil` into `//evil`
 * and drop tabs and newlines before they parse.
 */
export function ownPath(candidate: unknown): string | null {
  if (typeof candidate !== 'string') return null;
  if (candidate.length > LONGEST_PATH) return null;
  if (!/^\/(?![/\\])[!-~]*$/.test(candidate)) return null;
  if (candidate.includes('\\')) return null;
  return candidate;
}

/** Whether a path of ours leads to the staff's console. */
export function isConsole(path: string | null): boolean {
  return path !== null && /^\/admin(?:[/?#]|$)/.test(path);
}

/** The slug of the article whose page this is: its wall is where she comes from. */
export function articleAt(path: string | null): string | undefined {
  return /^\/articles\/([a-z0-9-]+)(?:[?#]|$)/.exec(path ?? '')?.[1];
}
