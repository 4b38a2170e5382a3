/** The API's description, generated from the code, and a page to browse it. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Config } from '../config/config.js';
import { describeAccessAndProblems } from './openapi-problems.js';

export function serveOpenApi(app: NestFastifyApplication, config: Config): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app, config), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Broadsheet API',
  });
}

export function describeApi(app: NestFastifyApplication, config: Config): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Broadsheet')
    .setDescription('Sell memberships, and decide at every request who reads what.')
    .setVersion('1')
    .addServer(config.publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .build();
  return describeAccessAndProblems(SwaggerModule.createDocument(app, description));
}
