/** The least that a decided read costs: a bare Fastify that verifies an access token and asks one prepared query. */
import { createSecretKey } from 'node:crypto';
import fastify from 'fastify';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { bytes, contentType, ready } from './ceiling.mjs';

const key = createSecretKey(Buffer.from(process.env['JWT_SECRET'] ?? ''));
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
/** The whole text, some 8 KB, of one article. */
const text = {
  name: 'text of article',
  text: `select t."bodyHtml" from articles a join article_texts t on t.id = a."currentTextId" where a.slug = $1`,
};

const server = fastify();
server.get('/', async (request, reply) => {
  jwt.verify(request.headers.authorization?.slice('Bearer '.length) ?? '', key, {
    algorithms: ['HS256'],
  });
  const { rows } = await pool.query({ ...text, values: [process.env['BENCH_SLUG']] });
  if (rows.length !== 1) throw new Error('The article is gone.');
  return reply.header('content-type', contentType).send(bytes);
});
await server.listen({ port: 0, host: '127.0.0.1' });
ready(/** @type {import('node:net').AddressInfo} */ (server.server.address()).port);
