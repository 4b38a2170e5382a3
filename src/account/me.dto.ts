/** What a reader may change of herself. */
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class MeChange {
  /** An empty name is refused. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Matches(/^(?=.*\S)[^\p{Cc}]*$/u, { message: 'must be a name without control characters' })
  name?: string;
}
