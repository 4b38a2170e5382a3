/** What a reader may bring along to an article. */
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class ReadingQuery {
  /** What a gift link carries. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  gift?: string;
}
