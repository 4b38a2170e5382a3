/** Which of her sessions a reader ends at once. */
import { IsIn } from 'class-validator';
import { Omissible } from '../../platform/http/omissible.decorator.js';

export class EndSessionsQuery {
  /** With `current`, the one that asks ends as well. */
  @Omissible()
  @IsIn(['current'])
  including?: 'current';
}
