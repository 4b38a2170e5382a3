/** How every list is paged: a limit and an opaque cursor. */
import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Omissible } from './omissible.decorator.js';

export class PageQuery {
  /** How many items to answer at most. */
  @Omissible()
  // Digits only: Number() would also read '0x10', '1e1' and ' 1'.
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  )
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
