/** The devices a reader is signed in on. */
import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { decodeCursor } from '../../platform/http/cursor.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { isIdKey } from '../../platform/http/paging.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../current-reader.decorator.js';
import { EndSessionsQuery } from './my-sessions.dto.js';
import { type SessionPage, presentSessionPage } from './my-sessions.presenter.js';
import type { Reader } from '../reader.js';
import { SessionService } from './session.service.js';

@ApiTags('Readers')
@ApiBearerAuth('bearer')
@Controller('api/v1/me/sessions')
export class MySessionsController {
  constructor(private readonly sessions: SessionService) {}

  /** The live sessions, newest first. */
  @Get()
  async list(
    @CurrentReader() reader: Reader,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<SessionPage> {
    const before = cursor === undefined ? null : decodeCursor(cursor, isIdKey)[0];
    const found = await this.sessions.list(reader.id, before, limit + 1);
    return presentSessionPage(found, limit, reader.sessionId);
  }

  /** Signs all other devices out; with `?including=current` this one, too. */
  @Delete()
  @HttpCode(204)
  async endAll(
    @CurrentReader() reader: Reader,
    @Query() { including }: EndSessionsQuery,
  ): Promise<void> {
    await this.sessions.endAll(reader.id, including === 'current' ? undefined : reader.sessionId);
  }

  /** Signs a device out. */
  @Delete(':id')
  @HttpCode(204)
  async end(@CurrentReader() reader: Reader, @Param('id', UuidParam) id: string): Promise<void> {
    await this.sessions.end(reader.id, id);
  }
}
