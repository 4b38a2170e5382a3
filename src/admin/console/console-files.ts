/** The console as it was built: its page and its files, read when somebody first opens it. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { Injectable } from '@nestjs/common';

/** The ways in which a file may travel, the smallest first. */
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface ConsoleFile {
  type: string;
  bytes: Buffer;
  /** How its bytes are compressed; null where they are not. */
  encoding: string | null;
}

/** One build of the console. */
interface Build {
  page: string;
  folder: string;
  names: ReadonlySet<string>;
  builtAt: number;
  /** What was asked for already, by path. */
  read: Map<string, Buffer>;
}

@Injectable()
export class ConsoleFiles {
  private build: Build | null = null;

  /**
   * The page as it was built, with places for what each answer says; null before `npm run build`. It is looked at
   * each time, for a console that is built anew has other files.
   */
  page(): string | null {
    const folder = builtConsole();
    if (folder === null) return null;
    const builtAt = statSync(join(folder, page)).mtimeMs;
    if (this.build?.builtAt !== builtAt) this.build = open(folder, builtAt);
    return this.build.page;
  }

  /** @param accepted what the browser says of encodings */
  find(name: string, accepted: string): ConsoleFile | null {
    if (this.build === null) this.page();
    const type = types[extname(name)];
    if (this.build === null || type === undefined || !this.build.names.has(name)) return null;
    const { folder, names, read } = this.build;
    const taken = encodings.find(
      (each) => new RegExp(`\\b${each.name}\\b`).test(accepted) && names.has(name + each.ending),
    );
    const file = join(folder, 'assets', name + (taken?.ending ?? ''));
    const bytes = read.get(file) ?? readFileSync(file);
    read.set(file, bytes);
    return { type, bytes, encoding: taken?.name ?? null };
  }
}

const page = 'index.html';

const open = (folder: string, builtAt: number): Build => ({
  page: readFileSync(join(folder, page), 'utf8'),
  folder,
  names: new Set(readdirSync(join(folder, 'assets'))),
  builtAt,
  read: new Map(),
});

/** Beside the application, which itself lies deeper once it is built. */
function builtConsole(): string | null {
  for (let at = import.meta.dirname; at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'console', 'dist');
    if (existsSync(join(folder, page))) return folder;
  }
  return null;
}
