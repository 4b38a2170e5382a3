/** What callers send around passkeys. What the browser made is passed on as it came. */
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, IsUUID, Matches, MaxLength, ValidateBy } from 'class-validator';
import {
  type Assertion,
  type Attestation,
  readAssertion,
  readAttestation,
} from './credential-json.rules.js';

const asBrowsersMakeIt = {
  type: 'object',
  additionalProperties: true,
  description: 'What `PublicKeyCredential.toJSON()` answers, with whatever it holds.',
} as const;

const Readable = (read: (sent: unknown) => unknown) =>
  ValidateBy({
    name: 'readable',
    validator: {
      validate: (value: unknown) => read(value) !== null,
      defaultMessage: () => 'must be what PublicKeyCredential.toJSON() answers',
    },
  });

const PasskeyName = (): PropertyDecorator => (target, property) => {
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))(
    target,
    property,
  );
  IsString()(target, property);
  IsNotEmpty()(target, property);
  MaxLength(60)(target, property);
  Matches(/^\P{Cc}*$/u, { message: 'may not hold control characters' })(target, property);
};

export class AddPasskeyDto {
  /** What she calls it, like the device that keeps it. */
  @PasskeyName()
  name: string;

  @ApiProperty(asBrowsersMakeIt)
  @Readable(readAttestation)
  response: object;
}

export class RenamePasskeyDto {
  @PasskeyName()
  name: string;
}

export class PasskeySignInDto {
  /** The `challenge` that came with the options. */
  @IsUUID()
  challenge: string;

  @ApiProperty(asBrowsersMakeIt)
  @Readable(readAssertion)
  response: object;
}

/** Neither is null once the body is valid. */
export const attestationIn = ({ response }: AddPasskeyDto): Attestation =>
  need(readAttestation(response));

export const assertionIn = ({ response }: PasskeySignInDto): Assertion =>
  need(readAssertion(response));

function need<Credential>(read: Credential | null): Credential {
  if (read === null) throw new Error('A credential passed that cannot be read.');
  return read;
}
