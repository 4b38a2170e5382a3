/** A forgotten password, over the API. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.decorators.js';
import { Limited } from '../../platform/limits/limited.decorator.js';
import { EmailDto, ResetPasswordDto } from '../sign-in/auth.dto.js';
import { type RequestedMailView, presentRequestedMail } from '../sign-in/auth.presenter.js';
import { PasswordResetRequest } from './password-reset-request.service.js';
import { PasswordResetService } from './password-reset.service.js';
import { mailsAskedFor } from '../users.limits.js';

@ApiTags('Signing in')
@Controller('api/v1/auth/password')
export class PasswordResetController {
  constructor(
    private readonly requests: PasswordResetRequest,
    private readonly resets: PasswordResetService,
  ) {}

  /** Mails a link to choose a new password with. */
  @Public()
  @Limited(...mailsAskedFor)
  @Post('forgot')
  @HttpCode(202)
  async forgot(@Body() { email }: EmailDto): Promise<RequestedMailView> {
    return presentRequestedMail(await this.requests.send(email));
  }

  /** Sets the new password and signs every device out. */
  @Public()
  @Post('reset')
  @HttpCode(204)
  async reset(@Body() { token, password }: ResetPasswordDto): Promise<void> {
    await this.resets.reset(token, password);
  }
}
