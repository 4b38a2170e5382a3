/** What a reader sends to move her account to another address. */
import { Transform } from 'class-transformer';
import { IsString, Matches, ValidateIf } from 'class-validator';
import { NotBesides, Token, withoutSpaces } from '../sign-in/auth.dto.js';
import type { EmailChangeKey } from './email-change.service.js';

/** Either the link's `token`, or the `code`, from the mail to the new address. */
export class EmailChangeProofDto {
  /** From the mailed link. */
  @ValidateIf((dto: EmailChangeProofDto) => dto.token !== undefined || dto.code === undefined)
  @NotBesides(['code'], 'send either the token or the code')
  @Token()
  token?: string;

  /** Six digits from the mail. */
  @ValidateIf((dto: EmailChangeProofDto) => dto.code !== undefined)
  @Transform(withoutSpaces)
  @IsString()
  @Matches(/^\d{6}$/, { message: 'must be the six digits from the mail' })
  code?: string;
}

export function emailChangeKeyOf({ token, code }: EmailChangeProofDto): EmailChangeKey {
  return token === undefined ? { code: code ?? '' } : { token };
}
