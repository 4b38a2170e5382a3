/** What staff send to keep the tags in order. */
import { IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { LONGEST_SLUG, SLUG } from '../../articles/slug.rules.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

export class EditTagBody {
  @Omissible()
  @IsString()
  @MaxLength(LONGEST_SLUG)
  @Matches(SLUG, { message: 'slug must be lower-case words joined by hyphens' })
  slug?: string;

  @Omissible()
  @IsString()
  @MaxLength(80)
  @Matches(/\S/, { message: 'name must not be empty' })
  name?: string;
}

export class MergeTagBody {
  /** The id of the tag that stays. */
  @IsUUID()
  into: string;
}
