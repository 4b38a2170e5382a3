/** Staff do the same to many articles at once. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CurrentReader } from '../../../users/current-reader.decorator.js';
import type { Reader } from '../../../users/reader.js';
import { RequiresPermission } from '../../../users/staff/permission.decorator.js';
import { BulkArticles } from './bulk-articles.service.js';
import { BulkRequest } from './bulk.dto.js';
import { type BulkView, presentBulk } from './bulk.presenter.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('articles.write')
@Controller('api/v1/admin/articles/bulk')
export class BulkArticlesController {
  constructor(private readonly articles: BulkArticles) {}

  /**
   * Each as if it were the only one, whatever becomes of the others: the answer tells of each. To publish, unpublish
   * and schedule is for editors; an author deletes and edits none but her own drafts. Nobody else's edit is asked about.
   */
  @Post()
  @HttpCode(200)
  async each(
    @Body() { ids, ...wish }: BulkRequest,
    @CurrentReader() staff: Reader,
  ): Promise<BulkView> {
    return presentBulk(await this.articles.each(ids, wish, staff));
  }
}
