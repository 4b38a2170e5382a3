/** Brings OpenTelemetry in where the settings name its collector, and takes its leave with the process. */
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Config } from '../config/config.js';
import { showStatements } from '../database/statement-spans.js';
import { trustedPeers } from '../http/trusted-peers.js';

@Injectable()
export class Traces implements OnApplicationShutdown {
  private stop: (() => Promise<void>) | undefined;

  constructor(private readonly config: Config) {}

  /** Must be called before any hook that asks for something. */
  async begin(server: FastifyInstance): Promise<void> {
    const { tracesUrl, otelServiceName: service, trustProxy } = this.config;
    if (tracesUrl === null) return;
    const { OpenTelemetry } = await import('./tracing.js');
    const telemetry = new OpenTelemetry({
      url: tracesUrl,
      service,
      isTrusted: trustedPeers(trustProxy),
    });
    telemetry.watch(server);
    showStatements();
    this.stop = () => telemetry.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop?.();
  }
}
