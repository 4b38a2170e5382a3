/** Every address that an application answers to GET, as its router tells it: nothing is listed by hand. */
import type { FastifyInstance } from 'fastify';

/** Like `/api/v1/articles/:slug`; `*` stands for anything. */
export function servedAddresses(server: FastifyInstance): string[] {
  const above: string[] = [];
  const found = new Set<string>();
  for (const line of server.printRoutes({ commonPrefix: false }).split('\n')) {
    const at = /[├└]── /.exec(line);
    if (at === null) continue;
    const depth = at.index / 4;
    const [, piece = '', methods = ''] =
      /^(.*?)(?: \(([A-Z, ]+)\))?$/.exec(line.slice(at.index + 4)) ?? [];
    above.length = depth;
    above.push(piece);
    if (!methods.split(', ').includes('GET')) continue;
    // Two names for one place of an address are told as `/:file|:folder`.
    const address = above.join('').replaceAll(/\|:\w+/g, '');
    found.add(address.startsWith('/') ? address : `/${address}`);
  }
  return [...found];
}
