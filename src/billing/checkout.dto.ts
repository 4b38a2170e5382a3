/** What a purchase is asked for with, and what it answers. */
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { Omissible } from '../platform/http/omissible.decorator.js';

export class CheckoutRequest {
  /** The id of a price on sale. */
  @IsUUID()
  priceId: string;

  /** For plans sold to teams. */
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(10_000)
  seats?: number;
}

export class CheckoutPageView {
  /** Stripe's page; send the reader there. */
  url: string;
  expiresAt: Date;
}

export class PortalPageView {
  /** Stripe's page for card, invoices and cancellation; good for a few minutes. */
  url: string;
}
