/** The invoices that the account page has no room for. */
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/access.decorators.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { InvoicesPage } from '../pages/invoices.page.js';
import { paths, withReturnTo } from '../site-paths.js';
import { InvoicesOnThePage } from './invoices-on-the-page.service.js';

const aPage = 24;

@ApiExcludeController()
@Public()
@Controller('account/invoices')
export class InvoicesPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly onThePage: InvoicesOnThePage,
  ) {}

  @Get()
  async show(
    @Query('cursor') cursor: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.invoices);
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, paths.invoices));
    const after = typeof cursor === 'string' ? { cursor } : {};
    const shown = await this.onThePage.of(reader, { limit: aPage, ...after });
    return sendPrivatePage(reply, InvoicesPage, { frame, ...shown });
  }
}
