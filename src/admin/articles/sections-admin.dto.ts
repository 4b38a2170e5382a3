/** What staff send to make and edit sections. */
import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { LONGEST_SLUG, SLUG } from '../../articles/slug.rules.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

const notASlug = { message: 'slug must be lower-case words joined by hyphens' };
const empty = { message: 'name must not be empty' };

export class CreateSectionBody {
  @IsString()
  @MaxLength(LONGEST_SLUG)
  @Matches(SLUG, notASlug)
  slug: string;

  @IsString()
  @MaxLength(80)
  @Matches(/\S/, empty)
  name: string;

  /** Where it stands in the masthead, from 0. */
  @Omissible()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position: number = 0;
}

export class EditSectionBody {
  @Omissible()
  @IsString()
  @MaxLength(LONGEST_SLUG)
  @Matches(SLUG, notASlug)
  slug?: string;

  @Omissible()
  @IsString()
  @MaxLength(80)
  @Matches(/\S/, empty)
  name?: string;

  @Omissible()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;
}
