import { once } from 'node:events';
import { connect } from 'node:net';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { closeKeptConnections } from './closing.js';

describe('a server that ends', () => {
  it('waits for nobody who keeps a connection after its answer', async () => {
    const server = fastify();
    closeKeptConnections(server);
    server.get('/', () => 'here');
    await server.listen({ port: 0, host: '127.0.0.1' });
    const client = connect(server.addresses()[0]?.port ?? 0, '127.0.0.1');
    await once(client, 'connect');
    // Half a request is under way when the closing begins.
    client.write('GET / HTTP/1.1\r\nhost: here\r\n');
    await server.inject('/');
    const closed = server.close();
    client.write('\r\n');
    const [answer] = (await once(client, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 (200|503)/);
    await closed;
  }, 3_000);
});
