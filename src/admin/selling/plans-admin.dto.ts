/** What staff say of a plan and its price. */
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PartialType } from '@nestjs/swagger';
import { Omissible } from '../../platform/http/omissible.decorator.js';
import { mostAtOnce } from '../../platform/money/chargeable.rules.js';
import { currencies } from '../../platform/money/currencies.js';

export class NewPrice {
  /** In the currency's minor unit (cents): $300.00 is 30000. */
  @IsInt({ message: 'must be a whole number of the minor unit (cents)' })
  @Min(0)
  @Max(mostAtOnce)
  amount: number;

  /** ISO 4217. */
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  )
  @IsIn(currencies, { message: 'must be a currency that Stripe charges in, like usd' })
  currency: string;

  @IsIn(['month', 'year'])
  interval: 'month' | 'year';
}

export class PriceChangeRequest extends NewPrice {
  /** The price it takes the place of; left out, the one of the same interval and currency. */
  @Omissible()
  @IsUUID()
  priceId?: string;
}

class PlanFields {
  @IsString()
  @MaxLength(60)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: 'must be lower-case words joined by hyphens, like pro-team',
  })
  slug: string;

  @IsString()
  @Length(1, 100)
  name: string;

  @Omissible()
  @IsString()
  @MaxLength(1_000)
  description?: string;

  /** One line each, as the join page lists them. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 120, { each: true })
  benefits?: string[];

  /** 0 sells without a trial. */
  @Omissible()
  @IsInt()
  @Min(0)
  @Max(730)
  trialDays?: number;

  @Omissible()
  @IsIn(['person', 'team'])
  audience?: 'person' | 'team';
}

export class PlanRequest extends PlanFields {
  /** Prices to put on sale at once; at most one for each interval and currency. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(10)
  // A list within the list would be validated, too, and then taken for a price.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => NewPrice)
  prices?: NewPrice[];
}

export class PlanChange extends PartialType(PlanFields, { skipNullProperties: false }) {}
