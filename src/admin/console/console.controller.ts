/** Serves the console: one page for all of its addresses, and the files that the page names. */
import { randomBytes } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config.js';
import { LicenceFree, Public } from '../../platform/http/access.decorators.js';
import { notFound } from '../../platform/http/problem.js';
import { ConsoleFiles } from './console-files.js';
import { consolePolicy } from './console-policy.js';
import { consolePage } from './console-page.js';

/** Seconds: its name says which version a file is. */
const aYear = 365 * 24 * 60 * 60;

/** Whoever runs Broadsheet from a checkout has not run the build since; `npm start` does so by itself. */
const notBuilt = 'The console has not been built yet: run `npm run build`.\n';

/** Open to everybody: there is nothing in it that is anybody's, and what it shows the API decides. */
@ApiExcludeController()
@Public()
@LicenceFree()
@Controller('admin')
export class ConsoleController {
  constructor(
    private readonly config: Config,
    private readonly files: ConsoleFiles,
  ) {}

  /** What is in the query is the console's own business: where in a list somebody is. */
  @Get()
  front(@Query() _place: unknown, @Res() reply: FastifyReply): FastifyReply {
    return this.sendPage(reply);
  }

  @Get('assets/:name')
  file(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    const file = this.files.find(name, request.headers['accept-encoding'] ?? '');
    if (file === null) throw notFound();
    if (file.encoding !== null) void reply.header('content-encoding', file.encoding);
    return reply
      .type(file.type)
      .header('vary', 'Accept-Encoding')
      .header('cache-control', `public, max-age=${aYear}, immutable`)
      .send(file.bytes);
  }

  /** Where it is opened in the midst, by a link or anew. */
  @Get('*')
  deeper(@Query() _place: unknown, @Res() reply: FastifyReply): FastifyReply {
    return this.sendPage(reply);
  }

  private sendPage(reply: FastifyReply): FastifyReply {
    const page = this.files.page();
    if (page === null) return reply.status(503).type('text/plain; charset=utf-8').send(notBuilt);
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', consolePolicy(nonce))
      .header('x-robots-tag', 'noindex')
      .send(consolePage(page, { nonce, publication: this.config.publication }));
  }
}
