/** What a reader may change of herself. */
import { IsString, Length, Matches, MaxLength } from 'class-validator';
import { Omissible } from '../platform/http/omissible.decorator.js';

export class MeChange {
  /** An empty name is refused. */
  @Omissible()
  @IsString()
  @MaxLength(100)
  @Matches(/^(?=.*\S)[^\p{Cc}]*$/u, { message: 'must be a name without control characters' })
  name?: string;
}

export class FarewellRequest {
  /** Her own address, so that nobody does this by mistake. */
  @IsString()
  @Length(1, 320)
  confirm: string;
}
