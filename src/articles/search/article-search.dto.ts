/** What a reader may ask of search. */
import { IsString, Length } from 'class-validator';
import { PageQuery } from '../../platform/http/page.dto.js';

/** Characters; nobody looks for more words than that. */
export const LONGEST_QUESTION = 200;

export class SearchQuery extends PageQuery {
  /**
   * Words to look for; "quoted words" stand together, `or` between two means either, and -word leaves out of
   * what other words find: alone, it finds nothing.
   */
  @IsString()
  @Length(1, LONGEST_QUESTION)
  q: string;
}
