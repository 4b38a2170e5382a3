/** What staff ask for when they give, end or pay back a membership. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Instant } from '../../platform/http/instant.decorator.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

const endingTimes = ['now', 'period-end'] as const;

export class CompRequest {
  /** A plan that is not archived. */
  @IsUUID()
  planId: string;

  /** When it ends; in the future. */
  @Instant()
  until: Date;
}

export class ExtendRequest {
  /** Until when, to the second; after the present end. */
  @Instant()
  until: Date;
}

export class CancelRequest {
  /** `period-end` lets her read what is paid for; `now` ends it at once and gives nothing back. */
  @IsIn(endingTimes)
  @ApiProperty({ enum: endingTimes })
  at: (typeof endingTimes)[number];
}

export class RefundRequest {
  /** Stripe's id of the invoice whose payment is given back; the latest payment when it is left out. */
  @Omissible()
  @IsString()
  @MaxLength(100)
  invoiceId?: string;

  /** In the currency's minor unit (cents); all that is left of the payment when it is left out. */
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  amount?: number;
}
