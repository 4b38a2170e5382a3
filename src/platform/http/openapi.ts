/** The API's description, generated from the code, and a page to browse it. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Config } from '../config/config.js';

export function serveOpenApi(app: NestFastifyApplication, config: Config): void {
  const description = new DocumentBuilder()
    .setTitle('Broadsheet')
    .setDescription('Sell memberships, and decide at every request who reads what.')
    .setVersion('1')
    .addServer(config.publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/openapi.json',
  });
}
