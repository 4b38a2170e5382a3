/** The files the pages need, read once at start: the stylesheet, scripts, the town's pictures, the publication's own. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { paths } from './site-paths.js';
import { stylesheetOf } from './stylesheet.js';

export interface Asset {
  type: string;
  bytes: Buffer;
  gzipped: Buffer;
  /** Of the content: changes when and only when it does. */
  hash: string;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

@Injectable()
export class SiteAssets {
  private readonly assets: Map<string, Asset>;

  constructor({ publication, publicationDir }: Config) {
    const theme = join(publicationDir, 'theme.css');
    const own = existsSync(theme) ? readFileSync(theme, 'utf8') : '';
    this.assets = new Map([
      ...filesOf(fileURLToPath(new URL('./assets/', import.meta.url)), ''),
      ...filesOf(publicationDir, 'publication/'),
      ['site.css', assetOf('.css', Buffer.from(stylesheetOf(publication, own)))],
    ]);
  }

  /** @param name below `/assets/`, like `town/harbour.svg` */
  find(name: string): Asset | null {
    return this.assets.get(name) ?? null;
  }

  /** The address of a file with its version, so that browsers may keep it for ever. */
  hrefOf(name: string): string {
    const asset = this.assets.get(name);
    if (asset === undefined) throw new Error(`There is no asset ${name}.`);
    return `${paths.assets}${name}?v=${asset.hash}`;
  }
}

function filesOf(folder: string, prefix: string): [string, Asset][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const extension = extname(name).toLowerCase();
    if (!(extension in types)) return [];
    const asset = assetOf(extension, readFileSync(join(folder, name)));
    return [[`${prefix}${name.replaceAll('\\', '/')}`, asset] satisfies [string, Asset]];
  });
}

function assetOf(extension: string, bytes: Buffer): Asset {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
  const type = types[extension] ?? 'application/octet-stream';
  return { type, bytes, gzipped: gzipSync(bytes), hash };
}
