/** What a reader sends to change her password. */
import { Omissible } from '../../platform/http/omissible.decorator.js';
import { Password } from '../sign-in/auth.dto.js';

export class PasswordChangeDto {
  /** The one she has; left out by whoever has none, or has shown in the last ten minutes that the account is hers. */
  @Omissible()
  @Password()
  currentPassword?: string;

  /** 15 to 256 characters; common ones are refused. */
  @Password()
  password: string;
}
