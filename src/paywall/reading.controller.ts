/** A reader opens an article. */
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OptionalSession } from '../platform/http/access.decorators.js';
import { notFound } from '../platform/http/problem.js';
import { OptionalReader } from '../users/current-reader.decorator.js';
import type { Reader } from '../users/reader.js';
import { allowCaching, isReading } from './reading.http.js';
import { type ArticleView, presentReading } from './reading.presenter.js';
import { ReadingService } from './reading.service.js';

@Controller('api/v1/articles')
export class ReadingController {
  constructor(private readonly reading: ReadingService) {}

  /** An article: the whole text for who may read it, the public part for everybody else. */
  @OptionalSession()
  @Get(':slug')
  async open(
    @Param('slug') slug: string,
    @OptionalReader() reader: Reader | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ArticleView> {
    const reading = await this.reading.open(slug, reader, isReading(request));
    if (reading === null) throw notFound();
    allowCaching(reply, reader, 'Authorization');
    return presentReading(reading);
  }
}
