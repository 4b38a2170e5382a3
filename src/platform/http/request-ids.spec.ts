import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { requestIds } from './request-ids.js';

const from = (remoteAddress: string, told?: string): IncomingMessage =>
  ({ headers: { 'x-request-id': told }, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('a request is called', () => {
  const idOf = requestIds(['10.1.0.0/16', 'loopback', 'fd00::7']);

  it.each(['10.1.2.3', '::ffff:10.1.2.3', '127.0.0.1', '::1', 'fd00::7'])(
    'as the trusted proxy at %s calls it',
    (address) => {
      expect(idOf(from(address, 'edge-42'))).toBe('edge-42');
    },
  );

  it.each(['10.2.0.1', '203.0.113.9', 'fd00::8', ''])(
    'by a name of our own, whatever %s calls it',
    (address) => {
      expect(idOf(from(address, 'edge-42'))).not.toBe('edge-42');
    },
  );

  it.each(['', 'a b', 'a\nb', 'x'.repeat(65), '"quoted"', '<b>'])(
    'by a name of our own where a proxy calls it %j',
    (told) => {
      expect(idOf(from('127.0.0.1', told))).toMatch(/^[\w-]+$/);
    },
  );

  it('like no other', () => {
    const ids = [from('::1'), from('::1'), from('10.2.0.1', 'x')].map(idOf);
    expect(new Set([...ids, requestIds([])(from('::1', 'edge-42'))]).size).toBe(4);
  });
});
