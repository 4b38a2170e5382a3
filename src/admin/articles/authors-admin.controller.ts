/** Staff keep the list of the paper's authors. */
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Author } from '../../articles/author.repository.js';
import { AuthorDesk } from '../../articles/desk/author-desk.service.js';
import {
  type AuthorList,
  type AuthorView,
  presentAuthor,
  presentAuthors,
} from '../../articles/masthead.presenter.js';
import { type AuditDetail, changeBetween } from '../../platform/audit/change.rules.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { pageOfAll } from '../../platform/http/paging.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { Deeds } from '../deeds.service.js';
import { CreateAuthorBody, EditAuthorBody } from './authors-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@Controller('api/v1/admin/authors')
export class AuthorsAdminController {
  constructor(
    private readonly authors: AuthorDesk,
    private readonly deeds: Deeds,
  ) {}

  /** The authors, by name. */
  @RequiresPermission('articles.write')
  @Get()
  async list(@Query() page: PageQuery): Promise<AuthorList> {
    return presentAuthors(pageOfAll(await this.authors.list(), page));
  }

  /** One author. */
  @RequiresPermission('articles.write')
  @Get(':id')
  async show(@Param('id', UuidParam) id: string): Promise<AuthorView> {
    return presentAuthor(await this.authors.show(id));
  }

  /** A new author, whom articles can name from now on. */
  @RequiresPermission('articles.publish')
  @Post()
  async create(
    @Body() body: CreateAuthorBody,
    @CurrentReader() staff: Reader,
  ): Promise<AuthorView> {
    const create = () => this.authors.create(body);
    const made = await this.deeds.done(staff, create, (made) => ({
      action: 'author.created',
      subject: { kind: 'author', id: made.id },
      change: changeBetween(null, asAudited(made)),
    }));
    return presentAuthor(made);
  }

  /** Changes what is given; the articles name the author as she is now. */
  @RequiresPermission('articles.publish')
  @Patch(':id')
  async edit(
    @Param('id', UuidParam) id: string,
    @Body() body: EditAuthorBody,
    @CurrentReader() staff: Reader,
  ): Promise<AuthorView> {
    const edit = () => this.authors.update(id, body);
    return presentAuthor(await this.deeds.changed(staff, this.deed('edited', id), edit));
  }

  /** Only one that no article names. */
  @RequiresPermission('articles.publish')
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', UuidParam) id: string, @CurrentReader() staff: Reader): Promise<void> {
    await this.deeds.changed(staff, this.deed('removed', id), () => this.authors.remove(id));
  }

  private deed(what: 'edited' | 'removed', id: string) {
    const look = async () => asAudited((await this.authors.list()).find((each) => each.id === id));
    return { action: `author.${what}`, subject: { kind: 'author', id }, look };
  }
}

function asAudited(author: Author | undefined): AuditDetail | null {
  if (author === undefined) return null;
  const { slug, name, bio } = author;
  return { slug, name, bio };
}
