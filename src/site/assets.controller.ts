/** Serves the files that the pages name. */
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LicenceFree, Public } from '../platform/http/access.decorators.js';
import { notFound } from '../platform/http/problem.js';
import { SiteAssets } from './site-assets.js';

/** Seconds: a year where the address names the version, else an hour. */
const lifetime = { versioned: 365 * 24 * 60 * 60, plain: 60 * 60 };

@ApiExcludeController()
@Public()
@LicenceFree()
@Controller('assets')
export class AssetsController {
  constructor(private readonly assets: SiteAssets) {}

  @Get(':file')
  file(
    @Param('file') file: string,
    @Query('v') version: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    return this.send(file, version, request, reply);
  }

  @Get(':folder/:file')
  fileInFolder(
    @Param('folder') folder: string,
    @Param('file') file: string,
    @Query('v') version: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    return this.send(`${folder}/${file}`, version, request, reply);
  }

  private send(
    name: string,
    version: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const asset = this.assets.find(name);
    if (asset === null) throw notFound();
    const isNamed = version === asset.hash;
    const tag = `"${asset.hash}"`;
    void reply
      .header('vary', 'Accept-Encoding')
      .header('etag', tag)
      .header(
        'cache-control',
        isNamed
          ? `public, max-age=${lifetime.versioned}, immutable`
          : `public, max-age=${lifetime.plain}`,
      );
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
    void reply.type(asset.type);
    const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (!takesGzip) return reply.send(asset.bytes);
    return reply.header('content-encoding', 'gzip').send(asset.gzipped);
  }
}
