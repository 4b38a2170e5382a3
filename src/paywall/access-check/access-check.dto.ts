/** What is asked of an access check. */
import { IsString, Length } from 'class-validator';
import { ReadingQuery } from '../reading/reading.dto.js';

export class AccessCheckQuery extends ReadingQuery {
  /** The article's slug. */
  @IsString()
  @Length(1, 300)
  article: string;
}
