/** Staff note what they should remember of a member, and by which words they find her again. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { UuidParam } from '../../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../../users/current-reader.decorator.js';
import type { Reader } from '../../../users/reader.js';
import { RequiresPermission } from '../../../users/staff/permission.decorator.js';
import { MemberRemarks } from './member-remarks.service.js';
import { LabelsRequest, NoteRequest } from './notes.dto.js';
import type { LabelsView, NotePage, NoteView } from './notes.presenter.js';
import { presentNote } from './notes.presenter.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('members.manage')
@Controller('api/v1/admin/members/:id')
export class MemberRemarksController {
  constructor(private readonly remarks: MemberRemarks) {}

  /** What was noted about her, the newest first. */
  @Get('notes')
  async notes(@Param('id', UuidParam) id: string, @Query() page: PageQuery): Promise<NotePage> {
    const { items, nextCursor } = await this.remarks.list(id, page);
    return { items: items.map(presentNote), nextCursor };
  }

  /** Notes something about her. She never sees who wrote it, and gets the text when she asks what is held of her. */
  @Post('notes')
  async note(
    @Param('id', UuidParam) id: string,
    @Body() { text }: NoteRequest,
    @CurrentReader() staff: Reader,
  ): Promise<NoteView> {
    return presentNote(await this.remarks.note(id, text, staff));
  }

  /** Takes a note away for good. */
  @Delete('notes/:note')
  @HttpCode(204)
  async strike(
    @Param('id', UuidParam) id: string,
    @Param('note', UuidParam) note: string,
    @CurrentReader() staff: Reader,
  ): Promise<void> {
    await this.remarks.strike(id, note, staff);
  }

  /** Replaces all of her labels. */
  @Put('labels')
  async label(
    @Param('id', UuidParam) id: string,
    @Body() { labels }: LabelsRequest,
    @CurrentReader() staff: Reader,
  ): Promise<LabelsView> {
    return { labels: await this.remarks.label(id, labels, staff) };
  }
}
