/** Turns what can go wrong at a start into one sentence that says what to do. */

/** A failure that the person at the terminal can do something about; its message is all that is shown. */
export class StartFailure extends Error {}

const fileSystemReasons: Record<string, (path: string) => string> = {
  ENOSPC: (path) => `The disk that holds ${path} is full: free some space and start again.`,
  EDQUOT: (path) => `The quota for ${path} is used up: free some space and start again.`,
  EACCES: (path) => `${path} cannot be written by this user: change its owner, or set DATA_DIR.`,
  EPERM: (path) => `${path} cannot be changed by this user: change its owner, or set DATA_DIR.`,
  EROFS: (path) => `${path} is on a read-only disk: set DATA_DIR to a folder that can be written.`,
  ENOTDIR: (path) => `${path} is not a folder: move that file away, or set DATA_DIR.`,
  EEXIST: (path) => `${path} is not a folder: move that file away, or set DATA_DIR.`,
};

/** Runs work on files below `path`, and names the disk's refusals in a sentence. */
export async function explainingDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const explain = fileSystemReasons[codeOf(error)];
    throw explain === undefined ? error : new StartFailure(explain(path), { cause: error });
  }
}

/** A system error's code such as `ENOENT`, or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** What to print for any error that ends a start. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
