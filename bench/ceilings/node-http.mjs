/** The floor of all ceilings: `node:http` alone, sending given bytes. */
import { createServer } from 'node:http';
import { bytes, contentType, ready } from './ceiling.mjs';

const server = createServer((_request, response) => {
  response.writeHead(200, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(bytes),
  });
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  ready(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
});
