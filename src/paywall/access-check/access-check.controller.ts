/** A cache at the edge, which keeps texts itself, asks whether a reader may have one. */
import { Controller, Get, HttpCode, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OptionalSession } from '../../platform/http/access.decorators.js';
import { MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { OptionalReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { AccessCheckQuery } from './access-check.dto.js';
import { AccessCheck } from './access-check.service.js';

@Controller('api/v1/access')
export class AccessCheckController {
  constructor(private readonly checks: AccessCheck) {}

  /** 204 where the reader may have the whole text, 403 where not. It stands for a reading, and spends like one. */
  @OptionalSession()
  @MayBeTooMany()
  @Get('check')
  @HttpCode(204)
  async check(
    @Query() { article, gift }: AccessCheckQuery,
    @OptionalReader() reader: Reader | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.checks.answer(article, { request, reply, reader, giftToken: gift ?? null });
  }
}
