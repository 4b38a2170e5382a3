/** A forgotten password, over the API. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.decorators.js';
import { EmailDto, ResetPasswordDto } from '../sign-in/auth.dto.js';
import { type MailOnItsWayView, mailOnItsWay } from '../sign-in/auth.presenter.js';
import { PasswordResetService } from './password-reset.service.js';

@ApiTags('Signing in')
@Controller('api/v1/auth/password')
export class PasswordResetController {
  constructor(private readonly resets: PasswordResetService) {}

  /** Mails a link to choose a new password with. */
  @Public()
  @Post('forgot')
  @HttpCode(202)
  async forgot(@Body() { email }: EmailDto): Promise<MailOnItsWayView> {
    await this.resets.send(email);
    return mailOnItsWay();
  }

  /** Sets the new password and signs every device out. */
  @Public()
  @Post('reset')
  @HttpCode(204)
  async reset(@Body() { token, password }: ResetPasswordDto): Promise<void> {
    await this.resets.reset(token, password);
  }
}
