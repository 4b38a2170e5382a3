/** Why staff want to see what a member sees. */
import { IsString, Length, Matches } from 'class-validator';

export class ImpersonationRequest {
  /** Kept in the audit. */
  @IsString()
  @Length(1, 500)
  @Matches(/\S/, { message: 'must say why' })
  reason: string;
}

export class ImpersonationView {
  /** Reads as her, and changes nothing. */
  accessToken: string;
  /** Seconds that it is good for; there is no refresh. */
  expiresIn: number;
}
