/** Staff see what Stripe sent, and have tried again what failed. */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { InboxDesk } from '../../billing/inbox/inbox-desk.service.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import { WebhookEventsQuery } from './webhook-events-admin.dto.js';
import {
  type WebhookEventDetailView,
  type WebhookEventPage,
  type WebhookEventView,
  presentEvent,
  presentEventInFull,
  presentEvents,
} from './webhook-events-admin.presenter.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('inbox.manage')
@Controller('api/v1/admin/webhook-events')
export class WebhookEventsAdminController {
  constructor(
    private readonly inbox: InboxDesk,
    private readonly deeds: Deeds,
  ) {}

  /** What Stripe sent: failed and quarantined events first, then the newest. */
  @Get()
  async list(@Query() { limit, cursor, ...filter }: WebhookEventsQuery): Promise<WebhookEventPage> {
    return presentEvents(await this.inbox.list(filter, { limit, cursor }));
  }

  /** One event, as Stripe sent it. */
  @Get(':id')
  async show(@Param('id') id: string): Promise<WebhookEventDetailView> {
    return presentEventInFull(await this.inbox.show(id));
  }

  /** Has an event answered again, with all of its tries, whatever became of it before. */
  @Post(':id/retry')
  @HttpCode(202)
  async retry(@Param('id') id: string, @CurrentReader() staff: Reader): Promise<WebhookEventView> {
    const event = await this.deeds.done(
      staff,
      () => this.inbox.retry(id),
      ({ type }) => ({
        action: 'webhook.retried',
        subject: { kind: 'webhook-event', id },
        detail: { type },
      }),
    );
    return presentEvent(event);
  }
}
