/** What staff send to make and edit authors. */
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { LONGEST_SLUG, SLUG } from '../../articles/slug.rules.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

const notASlug = { message: 'slug must be lower-case words joined by hyphens' };
const empty = { message: 'name must not be empty' };

export class CreateAuthorBody {
  @IsString()
  @MaxLength(LONGEST_SLUG)
  @Matches(SLUG, notASlug)
  slug: string;

  @IsString()
  @MaxLength(120)
  @Matches(/\S/, empty)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  bio: string | null = null;
}

export class EditAuthorBody {
  @Omissible()
  @IsString()
  @MaxLength(LONGEST_SLUG)
  @Matches(SLUG, notASlug)
  slug?: string;

  @Omissible()
  @IsString()
  @MaxLength(120)
  @Matches(/\S/, empty)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  bio?: string | null;
}
