/** A reader changes her password while she is signed in. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { CurrentReader } from '../current-reader.decorator.js';
import type { Reader } from '../reader.js';
import { PasswordChangeDto } from './password-change.dto.js';
import { PasswordChangeService } from './password-change.service.js';

@ApiTags('Readers')
@ApiBearerAuth('bearer')
@Controller('api/v1/me/password')
export class PasswordChangeController {
  constructor(private readonly changes: PasswordChangeService) {}

  /** Sets the new password and signs every other device out. */
  @MayBeTooMany()
  @Post()
  @HttpCode(204)
  async change(
    @CurrentReader() reader: Reader,
    @Body() { currentPassword: current, password: next }: PasswordChangeDto,
  ): Promise<void> {
    await this.changes.change(reader, { current, next });
  }
}
