/** Whoever holds a preview link reads its article, as a program would. */
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/http/access.decorators.js';
import { PreviewDoor } from './preview-door.service.js';
import { type PreviewedArticleView, presentPreviewed } from './preview.presenter.js';

@Public()
@Controller('api/v1/previews')
export class PreviewsController {
  constructor(private readonly door: PreviewDoor) {}

  /** The article that staff have made this link to, whole and in any status. */
  @Get(':token')
  async open(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PreviewedArticleView> {
    return presentPreviewed(await this.door.open(token, reply));
  }
}
