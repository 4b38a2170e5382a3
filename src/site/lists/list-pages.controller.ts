/** The lists of the paper, page by page: of a section, of a tag, of an author. */
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NamesInPrint } from '../../articles/names-in-print.repository.js';
import { Public } from '../../platform/http/access.decorators.js';
import { notFound } from '../../platform/http/problem.js';
import { nameParts } from '../../platform/http/shared-answers.js';
import { sendPage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { AuthorPage } from '../pages/author.page.js';
import { SectionPage } from '../pages/section.page.js';
import { TagPage } from '../pages/tag.page.js';
import { paths } from '../site-paths.js';
import { Leaves } from './leaves.service.js';

@ApiExcludeController()
@Public()
@Controller()
export class ListPagesController {
  constructor(
    private readonly frames: PageFrames,
    private readonly leaves: Leaves,
    private readonly names: NamesInPrint,
  ) {}

  @Get('sections/:slug')
  async section(
    @Param('slug') slug: string,
    @Query('cursor') cursor: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.section(slug));
    const section = frame.sections.find((known) => known.slug === slug);
    if (section === undefined) throw notFound();
    const { leaf, seconds } = await this.leaves.open({ section: slug }, frame.path, cursor);
    nameParts(reply, [`section:${slug}`]);
    return sendPage(reply, reader === null, SectionPage, { frame, section, leaf }, seconds);
  }

  @Get('tags/:slug')
  async tag(
    @Param('slug') slug: string,
    @Query('cursor') cursor: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const tag = await this.names.tag(slug);
    if (tag === null) throw notFound();
    const { reader, frame } = await this.frames.visit(request, reply, paths.tag(slug));
    const { leaf, seconds } = await this.leaves.open({ tag: slug }, frame.path, cursor);
    nameParts(reply, [`tag:${slug}`]);
    return sendPage(reply, reader === null, TagPage, { frame, tag, leaf }, seconds);
  }

  @Get('authors/:slug')
  async author(
    @Param('slug') slug: string,
    @Query('cursor') cursor: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const author = await this.names.author(slug);
    if (author === null) throw notFound();
    const { reader, frame } = await this.frames.visit(request, reply, paths.author(slug));
    const { leaf, seconds } = await this.leaves.open({ author: slug }, frame.path, cursor);
    nameParts(reply, [`author:${slug}`]);
    return sendPage(reply, reader === null, AuthorPage, { frame, author, leaf }, seconds);
  }
}
