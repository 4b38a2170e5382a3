/** What staff say of a preview. */
import { IsInt, Max, Min } from 'class-validator';
import { Omissible } from '../../platform/http/omissible.decorator.js';

export class PreviewRequest {
  /** How long the link opens the article: two weeks at most. */
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(336)
  hours: number = 72;
}
