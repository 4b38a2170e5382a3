/** The page of a preview link: an article as it will be, for whoever holds the link. */
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PreviewDoor } from '../paywall/previews/preview-door.service.js';
import { presentPreviewed } from '../paywall/previews/preview.presenter.js';
import { Public } from '../platform/http/access.decorators.js';
import { sendPrivatePage } from './page.http.js';
import { PageFrames } from './page-frames.service.js';
import { PreviewPage } from './pages/preview.page.js';
import { sanitisedAtWriteTime } from './sanitised-html.js';
import { paths } from './site-paths.js';

@ApiExcludeController()
@Public()
@Controller('preview')
export class PreviewPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly door: PreviewDoor,
  ) {}

  @Get(':token')
  async open(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const article = presentPreviewed(await this.door.open(token, reply));
    // The masthead's links would carry the page's path on, and it is a key.
    const { frame } = await this.frames.visit(request, null, paths.home);
    const bodyHtml = sanitisedAtWriteTime(article.bodyHtml);
    return sendPrivatePage(reply, PreviewPage, { frame, article, bodyHtml });
  }
}
