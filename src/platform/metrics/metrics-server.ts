/**
 * Tells Prometheus what this process counts, on a port of its own: no reader comes by it, no proxy in front leads to
 * it by mistake, and it answers while everything else is turned away.
 */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Config } from '../config/config.js';
import { ConfigError } from '../config/load-config.js';
import type { Exposition } from './exposition.js';
import { Metrics } from './metrics.js';

@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private isHired = false;
  private exposition: Exposition | undefined;
  private server: Server | undefined;

  constructor(
    private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  /** Says before the start that this process serves: a command beside it has nothing to tell. */
  hire(): void {
    this.isHired = true;
  }

  /** Where it listens; null where it does not. */
  get url(): string | null {
    const address = this.server?.address() as AddressInfo | null | undefined;
    return address == null ? null : `http://${this.config.metricsHost}:${address.port}/metrics`;
  }

  /** @throws ConfigError where the port cannot be had */
  async onApplicationBootstrap(): Promise<void> {
    const { metricsPort, metricsHost } = this.config;
    if (!this.isHired || metricsPort === undefined) return;
    const { Exposition } = await import('./exposition.js');
    const exposition = new Exposition(this.metrics);
    this.exposition = exposition;
    const server = createServer((request, response) => {
      void this.answer(exposition, request, response);
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) =>
        reject(new ConfigError(`METRICS_PORT cannot be listened on: ${error.message}`)),
      );
      server.listen(metricsPort, metricsHost, resolve);
    });
  }

  /** The last thing that is asked of a process is how it ends. */
  async onApplicationShutdown(): Promise<void> {
    this.exposition?.close();
    const { server } = this;
    if (server === undefined || !server.listening) return;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  private async answer(
    exposition: Exposition,
    { method, url }: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (method !== 'GET' || url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await exposition.text();
      response.writeHead(200, { 'content-type': exposition.contentType }).end(text);
    } catch (error) {
      this.logger.error(`Nothing can be told: ${String(error)}`);
      response.writeHead(500).end();
    }
  }
}
