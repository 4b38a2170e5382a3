/** Where scripts of our own pages, like the console, get the token that the API takes. */
import { Controller, Header, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DemandsCookie } from '../../platform/http/access.decorators.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionTokenTrade } from './session-token-trade.service.js';
import { type SessionTokenView, presentSessionToken } from './session-token.presenter.js';

@ApiTags('Signing in')
@Controller('api/v1/auth/session-token')
@UseGuards(SameOriginGuard)
export class SessionTokenController {
  constructor(private readonly tokens: SessionTokenTrade) {}

  /** A short access token of the session that the browser's cookie belongs to; asked by our own pages only. */
  @DemandsCookie()
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async trade(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionTokenView> {
    const traded = await this.tokens.trade(request, ({ cookieName, value, options }) => {
      void reply.setCookie(cookieName, value, options);
    });
    return presentSessionToken(traded);
  }
}
