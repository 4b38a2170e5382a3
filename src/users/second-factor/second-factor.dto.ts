/** What somebody sends for her second factor: a code of her authenticator, or one of her recovery codes. */
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { NotBesides, Token, withoutSpaces } from '../sign-in/auth.dto.js';
import type { SecondFactorAnswer } from './second-factor-check.service.js';

const AuthenticatorCode = (): PropertyDecorator => (target, property) => {
  Transform(withoutSpaces)(target, property);
  IsString()(target, property);
  Matches(/^\d{6}$/, { message: 'must be the six digits that the app shows' })(target, property);
};

export class ConfirmAuthenticatorDto {
  /** Six digits that the app shows. */
  @AuthenticatorCode()
  code: string;
}

/** With the challenge either the `code` of the app, or a `recoveryCode`. */
export class SecondStepDto {
  /** From the answer to the first step. */
  @Token()
  challenge: string;

  /** Six digits that the app shows. */
  @ValidateIf((dto: SecondStepDto) => dto.code !== undefined || dto.recoveryCode === undefined)
  @NotBesides(['recoveryCode'], 'send either the code or the recovery code')
  @AuthenticatorCode()
  code?: string;

  /** Like `7XKQ-2M4P-9RTC-HW3B-0D8N-5VYE`, with or without the hyphens. */
  @ValidateIf((dto: SecondStepDto) => dto.recoveryCode !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  recoveryCode?: string;
}

export function answerOf({ code, recoveryCode }: SecondStepDto): SecondFactorAnswer {
  return recoveryCode === undefined ? { code: code ?? '' } : { recoveryCode };
}

/** Where there is one field for both: six digits are the app's, anything else is meant as a recovery code. */
export function answerTyped(typed: string): SecondFactorAnswer {
  const plain = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(plain) ? { code: plain } : { recoveryCode: typed };
}
