/** A reader's passkeys. */
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Limited } from '../../platform/limits/limited.decorator.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../current-reader.decorator.js';
import { DemandsFreshProof } from '../fresh-proof/demands-fresh-proof.decorator.js';
import type { Reader } from '../reader.js';
import { passkeyChallenges } from '../users.limits.js';
import { PasskeyRegistration } from './passkey-registration.service.js';
import { AddPasskeyDto, RenamePasskeyDto, attestationIn } from './passkey.dto.js';
import {
  type PasskeyCreationView,
  type PasskeyView,
  type PasskeysView,
  presentCreation,
  presentPasskey,
  presentPasskeys,
} from './passkey.presenter.js';

@ApiTags('Readers')
@ApiBearerAuth('bearer')
@Controller('api/v1/me/passkeys')
export class MyPasskeysController {
  constructor(private readonly registration: PasskeyRegistration) {}

  /** The devices that open her account without a password. */
  @Get()
  async list(@CurrentReader() reader: Reader): Promise<PasskeysView> {
    return presentPasskeys(await this.registration.list(reader));
  }

  /** What her browser needs to make a passkey; good for five minutes, once. */
  @DemandsFreshProof()
  @Limited(passkeyChallenges)
  @Post('options')
  @HttpCode(200)
  async propose(@CurrentReader() reader: Reader): Promise<PasskeyCreationView> {
    return presentCreation(await this.registration.propose(reader));
  }

  /** Keeps the passkey that her browser made. */
  @DemandsFreshProof()
  @Post()
  async add(@CurrentReader() reader: Reader, @Body() passkey: AddPasskeyDto): Promise<PasskeyView> {
    const attestation = attestationIn(passkey);
    return presentPasskey(await this.registration.add(reader, passkey.name, attestation));
  }

  /** Calls a passkey something else. */
  @Patch(':id')
  async rename(
    @CurrentReader() reader: Reader,
    @Param('id', UuidParam) id: string,
    @Body() { name }: RenamePasskeyDto,
  ): Promise<PasskeyView> {
    return presentPasskey(await this.registration.rename(reader, id, name));
  }

  /** Takes a passkey away; it opens nothing from now on. */
  @DemandsFreshProof()
  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentReader() reader: Reader, @Param('id', UuidParam) id: string): Promise<void> {
    await this.registration.remove(reader, id);
  }
}
