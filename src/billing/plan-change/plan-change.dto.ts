/** What a change of plan is asked for with, and what a look ahead at it answers. */
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { MoneyView } from '../../platform/money/money.presenter.js';

export class PlanChangeRequest {
  /** The id of a price on sale; while another is to come, also the price she has, which takes that back. */
  @IsUUID()
  priceId: string;
}

export class PlanChangePreview {
  @ApiProperty({ enum: ['now', 'at-period-end'] })
  kind: 'now' | 'at-period-end';
  /** What is charged at once. */
  dueNow: MoneyView;
  /** What is left of what was paid already, and taken off the new price. */
  credit: MoneyView;
  takesEffectAt: Date;
  /** When the new price is charged next. */
  renewsAt: Date;
}
