/** Staff keep the list of the paper's authors. */
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AuthorDesk } from '../../articles/desk/author-desk.service.js';
import {
  type AuthorList,
  type AuthorView,
  presentAuthor,
  presentAuthors,
} from '../../articles/masthead.presenter.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { pageOfAll } from '../../platform/http/paging.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { CreateAuthorBody, EditAuthorBody } from './authors-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@Controller('api/v1/admin/authors')
export class AuthorsAdminController {
  constructor(private readonly authors: AuthorDesk) {}

  /** The authors, by name. */
  @RequiresPermission('articles.write')
  @Get()
  async list(@Query() page: PageQuery): Promise<AuthorList> {
    return presentAuthors(pageOfAll(await this.authors.list(), page));
  }

  /** A new author, whom articles can name from now on. */
  @RequiresPermission('articles.publish')
  @Post()
  async create(@Body() body: CreateAuthorBody): Promise<AuthorView> {
    return presentAuthor(await this.authors.create(body));
  }

  /** Changes what is given; the articles name the author as she is now. */
  @RequiresPermission('articles.publish')
  @Patch(':id')
  async edit(
    @Param('id', UuidParam) id: string,
    @Body() body: EditAuthorBody,
  ): Promise<AuthorView> {
    return presentAuthor(await this.authors.update(id, body));
  }
}
