/** Staff see how an article would be read, and why. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  AccessPreview,
  type ReadingInQuestion,
} from '../../paywall/decision/access-preview.service.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { atDesk, can } from '../../users/staff/permissions.rules.js';
import type { Reader } from '../../users/reader.js';
import { forbidden } from '../../users/users.errors.js';
import { AccessPreviewQuery } from './access-preview-admin.dto.js';
import { type AccessPreviewView, presentAccessPreview } from './access-preview-admin.presenter.js';
import { oneReaderNeeded } from '../admin.errors.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('articles.write')
@Controller('api/v1/admin/articles/:id/access-preview')
export class AccessPreviewAdminController {
  constructor(private readonly access: AccessPreview) {}

  /** How it would be decided for a reader, made up or real, in words. Nothing is opened and nothing spent. */
  @Get()
  async show(
    @Param('id', UuidParam) id: string,
    @Query() query: AccessPreviewQuery,
    @CurrentReader() staff: Reader,
  ): Promise<AccessPreviewView> {
    const previewed = await this.access.of(id, questionOf(query, staff), atDesk(staff));
    return presentAccessPreview(previewed, query);
  }
}

/** @throws Problem 400 unless exactly one reader is named, 403 for a real one to who may not look at members */
function questionOf(
  { as, memberId, at }: AccessPreviewQuery,
  { roles }: Reader,
): ReadingInQuestion {
  if (as !== undefined && memberId === undefined) return { as, at };
  if (memberId === undefined || as !== undefined) throw oneReaderNeeded();
  if (!can(roles, 'members.manage')) throw forbidden();
  return { memberId, at };
}
