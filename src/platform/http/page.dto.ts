/** How every list is paged: a limit and an opaque cursor. */
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Omissible } from './omissible.decorator.js';
import { WholeNumber } from './whole-number.decorator.js';

export class PageQuery {
  /** How many items to answer at most. */
  @Omissible()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  /** The `nextCursor` of the page before. */
  @Omissible()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

/** One page of a list; `nextCursor` is null on the last. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
