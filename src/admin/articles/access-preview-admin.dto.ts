/** Whose reading staff want to see. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { type MadeUpKind, madeUpKinds } from '../../paywall/decision/made-up-reader.rules.js';
import { Instant } from '../../platform/http/instant.decorator.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

export class AccessPreviewQuery {
  /** A made-up reader, with nothing in hand and her whole allowance. */
  @Omissible()
  @IsIn(madeUpKinds)
  @ApiProperty({ enum: madeUpKinds, required: false })
  as?: MadeUpKind;

  /** Or a real one, for who may manage members. */
  @Omissible()
  @IsUUID()
  memberId?: string;

  /** When she reads it; now when it is left out. */
  @Omissible()
  @Instant(false)
  at?: Date;
}
