/** Makes what is told of the process nameable everywhere, and names what the machinery itself tells. */
import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics.js';
import { MetricsServer } from './metrics-server.js';
import { PlatformMetrics } from './platform.metrics.js';
import { RequestMetrics } from './request.metrics.js';

@Global()
@Module({
  providers: [Metrics, MetricsServer, PlatformMetrics, RequestMetrics],
  exports: [Metrics],
})
export class MetricsModule {}
