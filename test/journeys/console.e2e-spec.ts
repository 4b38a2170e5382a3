/** The console as it travels: one page for all of its addresses, files that are kept for ever, and a strict policy. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '../support/app.js';

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp();
});
afterAll(() => town.close());

const open = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(new URL(path, town.url), { method, headers: { accept: 'text/html', ...headers } });

const policyOf = ({ headers }: Response): string => headers.get('content-security-policy') ?? '';

/** The script that the page begins with. */
async function firstScript(): Promise<string> {
  const script = /src="(\/admin\/assets\/[^"]+\.js)"/.exec(
    await (await open('/admin')).text(),
  )?.[1];
  if (script === undefined) throw new Error('The page of the console names no script.');
  return script;
}

describe('The page of the console', () => {
  it.each(['/admin', '/admin/', '/admin/articles', '/admin/members/01890000/timeline?page=2'])(
    'is opened at %s',
    async (path) => {
      const answer = await open(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('x-robots-tag')).toBe('noindex');
      expect(await answer.text()).toContain('<div id="console">');
    },
  );

  it('carries a nonce of this answer alone, which its policy names, and nothing unsafe', async () => {
    const [first, second] = [await open('/admin'), await open('/admin')];
    const nonceIn = async (answer: Response) => / nonce="([^"]+)"/.exec(await answer.text())?.[1];
    const [one, other] = [await nonceIn(first), await nonceIn(second)];
    expect(one).toMatch(/^[\w+/]{22}==$/);
    expect(other).not.toBe(one);
    expect(policyOf(first)).toContain(`style-src 'self' 'nonce-${one}'`);
    expect(policyOf(first)).toContain("default-src 'none'");
    expect(policyOf(first)).toContain("script-src 'self';");
    expect(policyOf(first)).not.toMatch(/unsafe|\*/);
  });

  it('holds no script and no style of its own', async () => {
    const html = await (await open('/admin')).text();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    expect(html).not.toContain('{{');
    expect(html).toContain('<meta name="time-zone" content="UTC"');
  });

  it('answers HEAD like GET, without the page', async () => {
    const answer = await open('/admin/plans', {}, 'HEAD');
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(300);
  });

  it('takes nothing', async () => {
    const answer = await open('/admin', {}, 'POST');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('A file of the console', () => {
  it('is kept for ever, and travels as small as the browser takes it', async () => {
    const script = await firstScript();
    const plain = await open(script, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(plain.headers.get('vary')).toContain('Accept-Encoding');
    const bytes = Buffer.from(await plain.arrayBuffer());
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const answer = await rawly(script, encoding);
      expect(answer.encoding).toBe(encoding);
      expect(answer.bytes.length).toBeLessThan(bytes.length / 3);
      expect(unpack(answer.bytes).equals(bytes)).toBe(true);
    }
  });

  it.each([
    'gone-00000000.js',
    '.build-hash',
    'index.html',
    '%2e%2e%2findex.html',
    '..%2Findex.html',
    'audit-list.js.map',
  ])('that was never built is nowhere: %s', async (name) => {
    const answer = await open(`/admin/assets/${name}`, { accept: '*/*' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('id="console"');
  });
});

/** As it travels: `fetch` would unpack it. */
async function rawly(path: string, encoding: string): Promise<{ encoding: string; bytes: Buffer }> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(new URL(path, town.url), { headers: { 'accept-encoding': encoding } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({
          encoding: answer.headers['content-encoding'] ?? '',
          bytes: Buffer.concat(parts),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}
