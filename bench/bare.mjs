/** The ceiling: a bare Fastify that sends given bytes, and does nothing else. */
import { readFile } from 'node:fs/promises';
import fastify from 'fastify';

const body = await readFile(process.argv[2] ?? '', 'utf8');
const server = fastify();
server.get('/', (_request, reply) =>
  reply.header('content-type', 'application/json; charset=utf-8').send(body),
);
await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ port: server.addresses()[0]?.port });
process.once('disconnect', () => process.exit());
