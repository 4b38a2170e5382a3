/** What a purchase is asked for with, and what it answers. */
import { Transform } from 'class-transformer';
import { IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { LONGEST_SLUG } from '../../articles/slug.rules.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

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

  /** A promotion code as the reader types it; left out, Stripe's page asks for one. */
  @Omissible()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @Length(1, 200)
  promotionCode?: string;

  /** The version of the terms that the buyer agrees to, where the publication has terms. */
  @Omissible()
  @IsString()
  @Length(1, 100)
  acceptedTerms?: string;

  /** The slug of the article whose wall led here: the membership counts for it once it begins. */
  @Omissible()
  @IsString()
  @Length(1, LONGEST_SLUG)
  articleSlug?: string;
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
