/** A reader opens an article. */
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OptionalSession } from '../../platform/http/access.decorators.js';
import { MayHaveMoved } from '../../platform/http/moved.js';
import { MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { OptionalReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { OpensArticle } from './opens-article.decorator.js';
import { ReadingDoor } from './reading-door.service.js';
import { ReadingQuery } from './reading.dto.js';
import { ArticleView } from './reading.presenter.js';
import { WrittenReadings } from './written-readings.service.js';

@Controller('api/v1/articles')
export class ReadingController {
  constructor(
    private readonly door: ReadingDoor,
    private readonly written: WrittenReadings,
  ) {}

  /** An article: the whole text for who may read it, the public part for everybody else. */
  @OptionalSession()
  @MayBeTooMany()
  @MayHaveMoved()
  @OpensArticle()
  @ApiOkResponse({ type: ArticleView })
  @Get(':slug')
  async open(
    @Param('slug') slug: string,
    @Query() { gift }: ReadingQuery,
    @OptionalReader() reader: Reader | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const reading = await this.door.open(slug, {
      request,
      reply,
      reader,
      giftToken: gift ?? null,
      identifiedBy: 'Authorization, Cookie',
    });
    void reply.type('application/json; charset=utf-8');
    return this.written.write(reading);
  }
}
