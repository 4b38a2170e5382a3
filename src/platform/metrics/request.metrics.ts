/** How long requests take, by route and by how they end. */
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Duration, Durations } from './durations.js';
import { Metrics } from './metrics.js';

/** What a request to no route is filed under. */
const nowhere = 'none';

@Injectable()
export class RequestMetrics {
  private readonly durations: Durations;
  /** By route, and there by the status's first digit. */
  private readonly routes = new Map<string, (Duration | undefined)[]>();

  constructor(metrics: Metrics) {
    this.durations = metrics.add(
      new Durations(
        'broadsheet_request_duration_seconds',
        'From the headers of a request to the end of its answer.',
      ),
    );
  }

  watch(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      this.count(request, reply);
      done();
    });
  }

  private count(request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url ?? nowhere;
    const status = Math.floor(reply.statusCode / 100);
    let ofRoute = this.routes.get(route);
    if (ofRoute === undefined) this.routes.set(route, (ofRoute = []));
    const duration = (ofRoute[status] ??= this.durations.of({ route, status: `${status}xx` }));
    duration.took(reply.elapsedTime / 1000);
  }
}
