/** What an endpoint is: a method, an address, a table of parameters and the work it does. */
import type { RequestInfo, World } from '../world/world.js';
import { concernedClock, requireStandingStill } from './concerned-clock.js';
import type { FormHash } from './form.js';
import { list, readParams, text, type Params, type Schema } from './rules.js';

export interface Call<P> {
  world: World;
  params: P;
  /** The id in the address, if it has one. */
  id: string;
  /** The second id in the address: that of something inside the first. */
  child: string;
  /** Where the simulator's pages are, as the caller reaches them. */
  baseUrl: string;
}

export interface Received {
  world: World;
  id: string;
  child: string;
  form: FormHash;
  baseUrl: string;
  info: RequestInfo;
}

export interface Endpoint {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** Checks the form; the function it answers carries the request out. */
  prepare(received: Received): () => object;
  expansions(form: FormHash): string[];
}

const EXPAND = { expand: list(text()) };

/** Every endpoint also takes `expand`. */
export function endpoint<S extends Schema>(
  method: Endpoint['method'],
  path: string,
  schema: S,
  run: (call: Call<Params<S>>) => object,
): Endpoint {
  return {
    method,
    path,
    prepare({ world, id, child, form, baseUrl, info }) {
      const { expand: _expand, ...own } = form;
      const params = readParams(schema, own);
      return () => {
        const work = () => world.step(() => run({ world, params, id, child, baseUrl }), info);
        const clock = concernedClock(world, id, own);
        if (clock === null) return work();
        if (method !== 'GET') requireStandingStill(clock);
        return world.clock.frozenAt(clock.frozen_time, work);
      };
    },
    expansions(form) {
      if (form['expand'] === undefined) return [];
      return readParams(EXPAND, { expand: form['expand'] }).expand ?? [];
    },
  };
}
