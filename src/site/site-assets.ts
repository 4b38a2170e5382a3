/** The files the pages need, read once at start: styles, icon, the town's pictures. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { paths } from './site-paths.js';

export interface Asset {
  type: string;
  bytes: Buffer;
  gzipped: Buffer;
  /** Of the content: changes when and only when it does. */
  hash: string;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

@Injectable()
export class SiteAssets {
  private readonly assets = readAssets(new URL('./assets/', import.meta.url));

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

function readAssets(folder: URL): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const bytes = readFileSync(new URL(name, folder));
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
    assets.set(name.replaceAll('\\', '/'), { type, bytes, gzipped: gzipSync(bytes), hash });
  }
  return assets;
}
