/** Finds the checkout that this file belongs to, whether it runs from the sources or from `dist`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The absolute path of the folder that holds Broadsheet's package.json. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new Error(`No package.json was found in ${import.meta.dirname} or above it.`);
    }
    folder = parent;
  }
  return folder;
}
