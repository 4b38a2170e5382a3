/** Every route that an application serves, as its router tells it: nothing is listed by hand. */
import type { FastifyInstance } from 'fastify';

export interface ServedRoute {
  method: string;
  /** Like `/api/v1/articles/:slug`; `*` stands for anything. */
  address: string;
}

export function servedRoutes(server: FastifyInstance): ServedRoute[] {
  const above: string[] = [];
  return server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const at = /[├└]── /.exec(line);
      if (at === null) return [];
      const depth = at.index / 4;
      const [, piece = '', methods = ''] =
        /^(.*?)(?: \(([A-Z, ]+)\))?$/.exec(line.slice(at.index + 4)) ?? [];
      above.length = depth;
      above.push(piece);
      // Two names for one place of an address are told as `/:file|:folder`.
      // A wildcard is told without the slash that stands before it.
      const path = above
        .join('')
        .replaceAll(/\|:\w+/g, '')
        .replace(/(?<!\/)\*$/, '/*');
      const address = path.startsWith('/') ? path : `/${path}`;
      return methods === '' ? [] : methods.split(', ').map((method) => ({ method, address }));
    });
}

/** Every address that is answered to GET. */
export function servedAddresses(server: FastifyInstance): string[] {
  const read = servedRoutes(server).filter(({ method }) => method === 'GET');
  return [...new Set(read.map(({ address }) => address))];
}
