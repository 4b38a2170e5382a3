/** Staff take the members along as a file, and bring others with them in one. */
import { Readable } from 'node:stream';
import {
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type CsvUpload, TakesCsv, UploadedCsv } from '../../../platform/http/csv-upload.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { UuidParam } from '../../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../../users/current-reader.decorator.js';
import type { Reader } from '../../../users/reader.js';
import { RequiresPermission } from '../../../users/staff/permission.decorator.js';
import { wishIn } from '../members-admin.dto.js';
import { AnswersCsv, csvFile } from './csv-answer.js';
import { MemberExport } from './member-export.service.js';
import {
  type MemberImportPage,
  type MemberImportView,
  presentImport,
  presentImports,
} from './member-import.presenter.js';
import { MemberImports } from './member-imports.service.js';
import { ExportQuery, ImportQuery } from './members-csv.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('members.manage')
@Controller('api/v1/admin/members')
export class MembersCsvController {
  constructor(
    private readonly exports: MemberExport,
    private readonly imports: MemberImports,
  ) {}

  /** All members, or those whom the same words find in the list, as a CSV file, the newest first. */
  @AnswersCsv()
  @Get('export')
  async export(
    @Query() query: ExportQuery,
    @Req() { method }: FastifyRequest,
    @CurrentReader() staff: Reader,
  ): Promise<StreamableFile> {
    // HEAD takes nothing along.
    if (method === 'HEAD') return csvFile('members', Readable.from([]));
    return csvFile('members', await this.exports.begin(wishIn(query), staff));
  }

  /**
   * A CSV file of up to 10 MiB and 50,000 members; its head line names `email`, and what it has of `name`, `labels`
   * (parted by `;`), `plan` (its slug) and `until`. It is taken in by and by: ask for the import to see how far it is.
   */
  @TakesCsv()
  @Post('import')
  @HttpCode(202)
  async import(
    @Query() { dryRun }: ImportQuery,
    @UploadedCsv() upload: CsvUpload,
    @CurrentReader() staff: Reader,
  ): Promise<MemberImportView> {
    const file = await upload.bytes();
    return presentImport(await this.imports.begin(file, dryRun === 'true', staff));
  }

  /** What was brought so far, the newest first. */
  @Get('imports')
  async list(@Query() page: PageQuery): Promise<MemberImportPage> {
    return presentImports(await this.imports.list(page));
  }

  /** How far one has come. */
  @Get('imports/:id')
  async show(@Param('id', UuidParam) id: string): Promise<MemberImportView> {
    return presentImport(await this.imports.show(id));
  }

  /** The lines that were refused, and why, as a CSV file; their addresses are forgotten a week after the end. */
  @AnswersCsv()
  @Get('imports/:id/report')
  async report(@Param('id', UuidParam) id: string): Promise<StreamableFile> {
    return csvFile('import-report', await this.imports.report(id));
  }
}
