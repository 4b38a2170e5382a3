/** The API's description, generated from the code, and a page to browse it. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';
import { describeAccessAndProblems } from './openapi-problems.js';
import { correctShapes } from './openapi-shapes.js';
import { apiDocsPolicy } from './security-headers.js';
import { describeVersions } from './versions.js';

export function serveOpenApi(app: NestFastifyApplication, config: Config): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    // The route that answers, not the address asked for: nothing else can look like it.
    if (request.routeOptions.url?.startsWith('/api/docs') === true) {
      reply.header('content-security-policy', apiDocsPolicy);
    }
    done();
  });
  SwaggerModule.setup('api/docs', app, () => describeApi(app, config), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Broadsheet API',
  });
}

function describeApi(app: NestFastifyApplication, config: Config): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Broadsheet')
    .setDescription('Sell memberships, and decide at every request who reads what.')
    .setVersion('1')
    .addServer(config.publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addSecurity('cookie', {
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-broadsheet',
      description:
        'The session of a browser on the pages; without https it is called `broadsheet`.',
    })
    .build();
  const document = SwaggerModule.createDocument(app, description);
  return describeAccessAndProblems(describeVersions(correctShapes(document)));
}
