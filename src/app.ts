/** Builds the application as every process and every test runs it. */
import cookie from '@fastify/cookie';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import { openTo } from './platform/http/cross-origin.js';
import { earlyRefusals } from './platform/http/early-refusals.js';
import { takesRawBody } from './platform/http/access.decorators.js';
import { closeKeptConnections } from './platform/http/closing.js';
import { takeCsvBodies } from './platform/http/csv-upload.js';
import { parseJsonBody } from './platform/http/json-body.js';
import { KeptAnswers } from './platform/http/kept-answers.js';
import { MethodTable } from './platform/http/method-table.js';
import { demandOneSpelling } from './platform/http/one-spelling.js';
import { serveOpenApi } from './platform/http/openapi.js';
import { Overload } from './platform/http/overload.js';
import { rememberOrigins } from './platform/http/request-origin.js';
import {
  headersOfEarlyRefusals,
  letPagesRunOwnScripts,
  sendSecurityHeaders,
} from './platform/http/security-headers.js';
import { keepPlaces, serverBehindDoor } from './platform/http/server.js';
import { compressPages } from './platform/http/compression.js';
import { watchOverCaching } from './platform/http/shared-answers.js';
import { requestIds } from './platform/http/request-ids.js';
import { logOf } from './platform/log/log.js';
import { Worker } from './platform/jobs/worker.js';
import { letBeWatched } from './platform/watching.js';

/** Bytes; the largest body is an article's text. */
const largestBody = 1024 * 1024;

/** The application, ready to listen. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const headers = headersOfEarlyRefusals(config);
  const adapter: FastifyAdapter = new FastifyAdapter({
    serverFactory: serverBehindDoor(() => app.get(Overload), headers),
    bodyLimit: largestBody,
    // Whoever still gets through while the process ends is answered as ever.
    return503OnClosing: false,
    genReqId: requestIds(config.trustProxy),
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    routerOptions: { maxParamLength: 300 },
    ...earlyRefusals(headers, (response) => app.get(Overload).leavesPlace(response)),
  });
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(config),
    adapter,
    {
      rawBody: true,
      bufferLogs: true,
      logger: logOf(config),
    },
  );
  app.useBodyParser(
    'application/json',
    { bodyLimit: largestBody },
    (
      request: FastifyRequest,
      body: Buffer,
      done: (error: Error | null, body?: unknown) => void,
    ) => {
      try {
        done(null, takesRawBody(request) ? undefined : parseJsonBody(body.toString('utf8')));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  const server: FastifyInstance = adapter.getInstance();
  const methods = app.get(MethodTable);
  methods.watch(server);
  await letBeWatched(server, app, config);
  const kept = app.get(KeptAnswers);
  kept.stand(server);
  rememberOrigins(server);
  takeCsvBodies(server);
  closeKeptConnections(server);
  keepPlaces(server, app.get(Overload));
  await app.register(cookie);
  watchOverCaching(server);
  sendSecurityHeaders(server, config);
  letPagesRunOwnScripts(server);
  compressPages(server);
  demandOneSpelling(server);
  openTo(config.corsOrigins, server, methods);
  kept.watch(server);
  if (config.servesApiDocs) serveOpenApi(app, config);
  app.get(Worker).hire();
  return app;
}

/** The rooms without their doors, for commands and the seed: their jobs are left to the application. */
export function createContext(config: Config): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.of(config), {
    logger: logOf(config),
  });
}
