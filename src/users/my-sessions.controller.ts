/** The devices a reader is signed in on. */
import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { UuidParam } from '../platform/http/uuid-param.pipe.js';
import { isUUID } from 'class-validator';
import { CurrentReader } from './current-reader.decorator.js';
import { type SessionPage, presentSession } from './my-sessions.presenter.js';
import type { Reader } from './reader.js';
import { SessionService } from './session.service.js';

const isSessionCursor = (key: unknown): key is [string] =>
  Array.isArray(key) && key.length === 1 && isUUID(key[0]);

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
    const before = cursor === undefined ? null : decodeCursor(cursor, isSessionCursor)[0];
    const found = await this.sessions.list(reader.id, before, limit + 1);
    const items = found.slice(0, limit).map((session) => presentSession(session, reader.sessionId));
    const last = items.at(-1);
    const nextCursor = found.length > limit && last !== undefined ? encodeCursor([last.id]) : null;
    return { items, nextCursor };
  }

  /** Signs a device out. */
  @Delete(':id')
  @HttpCode(204)
  async end(@CurrentReader() reader: Reader, @Param('id', UuidParam) id: string): Promise<void> {
    await this.sessions.end(reader.id, id);
  }
}
