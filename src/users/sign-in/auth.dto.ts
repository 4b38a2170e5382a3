/** What callers send to register, sign in and stay signed in. */
import { Transform } from 'class-transformer';
import {
  IsEmail,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateIf,
  type ValidationArguments,
} from 'class-validator';
import { Omissible } from '../../platform/http/omissible.decorator.js';
import { normaliseEmail } from '../email-address.rules.js';
import type { ProofKey } from '../proofs/proof.rules.js';

const Email = (): PropertyDecorator => (target, property) => {
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? normaliseEmail(value) : value,
  )(target, property);
  // Quoted mailboxes ("a b"@example.com) are legal, unused, and read differently by every mail server.
  IsEmail({ blacklisted_chars: '"' }, { message: 'must be an e-mail address' })(target, property);
  MaxLength(254)(target, property);
};

/** Only bounds what is hashed; what a good password is, the rules say. */
export const Password = (): PropertyDecorator => (target, property) => {
  IsString()(target, property);
  IsNotEmpty()(target, property);
  MaxLength(1024)(target, property);
};

export const Token = (): PropertyDecorator => (target, property) => {
  IsString()(target, property);
  IsNotEmpty()(target, property);
  MaxLength(300)(target, property);
};

export class RegisterDto {
  @Email()
  email: string;

  /** 15 to 256 characters; common ones are refused. */
  @Password()
  password: string;

  /** How to address the reader. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MaxLength(100)
  @Matches(/^\P{Cc}*$/u, { message: 'may not hold control characters' })
  name?: string | null;
}

export class EmailDto {
  @Email()
  email: string;
}

export class LoginDto {
  @Email()
  email: string;

  @Password()
  password: string;
}

/** Mail programs and people put spaces into codes. */
export const withoutSpaces = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/\s/g, '') : value;

const typedIn = (dto: ProofDto) => dto.email !== undefined || dto.code !== undefined;

/** One way or the other, not both. */
export const NotBesides = (others: readonly string[], message: string) =>
  ValidateBy({
    name: 'notBesides',
    validator: {
      validate: (_value: unknown, args?: ValidationArguments) =>
        args === undefined ||
        others.every((other) => (args.object as Record<string, unknown>)[other] === undefined),
      defaultMessage: () => message,
    },
  });

/** Either the link's `token`, or the `email` and the `code` mailed to it; best with the `request` that asked for it. */
export class ProofDto {
  /** From the mailed link. */
  @ValidateIf((dto: ProofDto) => dto.token !== undefined || !typedIn(dto))
  @NotBesides(['email', 'code'], 'send either the token, or the e-mail and the code')
  @Token()
  token?: string;

  @ValidateIf((dto: ProofDto) => typedIn(dto))
  @Email()
  email?: string;

  /** Six digits from the mail. */
  @ValidateIf((dto: ProofDto) => typedIn(dto))
  @Transform(withoutSpaces)
  @IsString()
  @Matches(/^\d{6}$/, { message: 'must be the six digits from the mail' })
  code?: string;

  /**
   * What the request for the mail was answered with: the code then opens that and nothing else. With that of another
   * request a registration opens an account without a password, for somebody else has chosen it.
   */
  @Omissible()
  @Token()
  request?: string;
}

export function proofKeyOf({ token, email, code, request }: ProofDto): ProofKey {
  const key = token === undefined ? { email: email ?? '', code: code ?? '' } : { token };
  return request === undefined ? key : { ...key, request };
}

export class RefreshDto {
  @Token()
  refreshToken: string;
}

export class LogoutDto {
  /** Ends the session of this token, too. */
  @Omissible()
  @Token()
  refreshToken?: string;
}

export class ResetPasswordDto {
  /** From the mailed link. */
  @Token()
  token: string;

  /** 15 to 256 characters; common ones are refused. */
  @Password()
  password: string;
}
