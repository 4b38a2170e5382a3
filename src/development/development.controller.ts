/** Helpers that exist only in development: the mailbox and the clock. */
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../platform/clock/clock.js';
import { Public } from '../platform/http/access.decorators.js';
import { Mailbox } from '../platform/mail/mailbox.js';
import { ClockAdvance, type ClockView, MailboxView } from './development.dto.js';
import { mailboxPage } from './mailbox.page.js';
import { Settled } from './settled.js';
import { PassingTime } from './passing-time.service.js';

/** The newest mails are enough to find a code. */
const newest = 100;

@ApiExtraModels(MailboxView)
@Controller('dev')
export class DevelopmentController {
  constructor(
    private readonly clock: Clock,
    private readonly time: PassingTime,
    private readonly mailbox: Mailbox,
    private readonly settled: Settled,
  ) {}

  /** The mails that would have been sent, the newest first; a page for browsers. */
  @Public()
  @Get('mailbox')
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(MailboxView) } },
      'text/html': { schema: { type: 'string' } },
    },
  })
  async list(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailboxView | string> {
    // A mail that is on its way is part of the answer.
    await this.settled.wait();
    const items = await this.mailbox.list(newest);
    void reply.header('cache-control', 'no-store');
    if (!(request.headers.accept ?? '').includes('text/html')) return { items };
    void reply.type('text/html; charset=utf-8');
    return mailboxPage(items);
  }

  /** Moves the product's clock and the simulator's, which bills whatever falls due. */
  @Public()
  @Post('clock/advance')
  @HttpCode(200)
  async advance(@Body() { seconds }: ClockAdvance): Promise<ClockView> {
    return { settled: await this.time.pass(seconds), now: this.clock.now() };
  }
}
