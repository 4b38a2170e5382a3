/** What a reader sends to show that she is still the owner of the account she is signed in to. */
import { IsNotEmpty, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { Transform } from 'class-transformer';
import { Omissible } from '../../platform/http/omissible.decorator.js';
import type { SecondFactorAnswer } from '../second-factor/second-factor-check.service.js';
import { NotBesides, Password, withoutSpaces } from '../sign-in/auth.dto.js';
import type { Evidence } from './fresh-proof.service.js';

/**
 * Either the `password`, or the `code` that `POST /me/proof/mail` mailed; from an account with an authenticator an
 * `authenticatorCode` or a `recoveryCode` as well.
 */
export class FreshProofDto {
  @ValidateIf((dto: FreshProofDto) => dto.password !== undefined || dto.code === undefined)
  @NotBesides(['code'], 'send either the password or the code')
  @Password()
  password?: string;

  /** Six digits from the mail; good in the session that asked for them. */
  @ValidateIf((dto: FreshProofDto) => dto.code !== undefined)
  @Transform(withoutSpaces)
  @IsString()
  @Matches(/^\d{6}$/, { message: 'must be the six digits from the mail' })
  code?: string;

  /** Six digits that the app shows. */
  @Omissible()
  @NotBesides(['recoveryCode'], 'send either the authenticator code or the recovery code')
  @Transform(withoutSpaces)
  @IsString()
  @Matches(/^\d{6}$/, { message: 'must be the six digits that the app shows' })
  authenticatorCode?: string;

  /** Like `7XKQ-2M4P-9RTC-HW3B-0D8N-5VYE`, with or without the hyphens. */
  @Omissible()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  recoveryCode?: string;
}

export function evidenceOf(dto: FreshProofDto): Evidence {
  const { password, code = '' } = dto;
  return { first: password === undefined ? { code } : { password }, second: secondOf(dto) };
}

function secondOf({ authenticatorCode, recoveryCode }: FreshProofDto): SecondFactorAnswer | null {
  if (authenticatorCode !== undefined) return { code: authenticatorCode };
  return recoveryCode === undefined ? null : { recoveryCode };
}
