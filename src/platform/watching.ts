/** Lets a process that serves be watched, as far as its settings ask for it: what nobody asks for costs nothing. */
import type { INestApplicationContext } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config/config.js';
import { logRequests } from './log/request-log.js';
import { MetricsServer } from './metrics/metrics-server.js';
import { PlatformMetrics } from './metrics/platform.metrics.js';
import { RequestMetrics } from './metrics/request.metrics.js';
import { Traces } from './telemetry/traces.js';

/** Must be called before any hook that may answer, or that asks for something. */
export async function letBeWatched(
  server: FastifyInstance,
  app: INestApplicationContext,
  config: Config,
): Promise<void> {
  await app.get(Traces).begin(server);
  if (config.logsRequests) logRequests(server, config);
  if (config.metricsPort === undefined) return;
  app.get(RequestMetrics).watch(server);
  app.get(PlatformMetrics).watchPool();
  app.get(MetricsServer).hire();
}
