/** Which methods each address answers, gathered while the router is filled, for `405` and its `Allow`. */
import type { FastifyInstance } from 'fastify';
import findMyWay from 'find-my-way';

export class MethodTable {
  private readonly byPath = findMyWay();
  private readonly methods = new Map<string, Set<string>>();

  /** Must be called before the first route is registered. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', ({ method, url }) => {
      if (url.includes('*')) return;
      let known = this.methods.get(url);
      if (known === undefined) {
        known = new Set();
        this.methods.set(url, known);
        this.byPath.on('GET', url, () => undefined, known);
      }
      for (const name of [method].flat()) known.add(name);
    });
  }

  allowedFor(address: string): string[] {
    const path = address.split('?')[0] ?? '/';
    const found = this.byPath.find('GET', path);
    // A parameter that is empty is none: the address ends in a slash that belongs to no route.
    if (found === null || Object.values(found.params).includes('')) return [];
    return [...(found.store as Set<string>)].sort();
  }
}
