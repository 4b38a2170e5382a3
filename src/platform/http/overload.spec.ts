/** Who takes a place of those that are answered at once, and when it is free again. */
import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Overload, askingOf } from './overload.js';
import { serverBehindDoor } from './server.js';

let overload: Overload;
let server: Server;
let asked: ServerResponse[];

beforeEach(async () => {
  overload = new Overload();
  asked = [];
  server = serverBehindDoor(() => overload, {})((_request, response) => asked.push(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** Sends so many requests on one connection before any is answered. */
async function pipeline(count: number): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('GET /articles/one HTTP/1.1\r\nHost: paper.test\r\n\r\n'.repeat(count));
  await expect.poll(() => asked.length).toBe(count);
  return socket;
}

describe('A connection that sends many requests at once', () => {
  it('holds a place for each that is not answered', async () => {
    const socket = await pipeline(20);
    expect(overload.underWay.stranger).toBe(20);
    socket.destroy();
  });

  it('gives all of them back as it goes, though most answers had not had their turn', async () => {
    const socket = await pipeline(20);
    socket.destroy();
    await expect.poll(() => overload.underWay.stranger).toBe(0);
  });

  it('gives them back where the answers are made, and nobody reads them', async () => {
    const socket = await pipeline(20);
    for (const response of asked) overload.leavesPlace(response);
    expect(overload.underWay.stranger).toBe(0);
    socket.destroy();
  });
});

describe('Whoever asks', () => {
  const by = (headers: Record<string, string>): string =>
    askingOf({ method: 'GET', headers } as unknown as IncomingMessage);

  it('is a reader by a token or by a cookie of ours, and by no other cookie', () => {
    expect(by({ authorization: 'Bearer x' })).toBe('reader');
    expect(by({ cookie: '_ga=1; __Host-broadsheet=x.y' })).toBe('reader');
    expect(by({ cookie: '_ga=1; consent=yes' })).toBe('stranger');
  });
});
