/** Where Stripe knocks. */
import { Controller, Headers, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiBody, ApiProperty } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public, RawBody } from '../../platform/http/access.decorators.js';
import { badSignature } from './inbox.errors.js';
import { WebhookReceiver } from './webhook-receiver.service.js';

export class WebhookReceipt {
  @ApiProperty({ type: Boolean, enum: [true] })
  received: true;
}

@Controller('webhooks/stripe')
export class WebhookController {
  constructor(private readonly receiver: WebhookReceiver) {}

  /** Takes a signed event; the same event again changes nothing. */
  @Public()
  @RawBody()
  @Post()
  @HttpCode(200)
  @ApiBody({
    description: "Stripe's event",
    schema: { type: 'object', additionalProperties: true },
  })
  async receive(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('stripe-signature') signature?: string,
  ): Promise<WebhookReceipt> {
    if (request.rawBody === undefined || signature === undefined) throw badSignature();
    await this.receiver.receive(request.rawBody, signature);
    return { received: true };
  }
}
