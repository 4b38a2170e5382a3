/** The second step of signing in over the API. */
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.decorators.js';
import { MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { type Device, UsedDevice } from '../device.decorator.js';
import { SessionService } from '../sessions/session.service.js';
import { type SignedInView, presentSignedIn } from '../sign-in/auth.presenter.js';
import { SecondStepDto, answerOf } from './second-factor.dto.js';
import { SecondStep } from './second-step.service.js';

@ApiTags('Signing in')
@Controller('api/v1/auth/second-factor')
export class SecondStepController {
  constructor(
    private readonly secondStep: SecondStep,
    private readonly sessions: SessionService,
  ) {}

  /** Signs in whoever was asked for a second factor; five wrong answers, and the sign-in begins anew. */
  @Public()
  @MayBeTooMany()
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async take(@Body() answer: SecondStepDto, @UsedDevice() device: Device): Promise<SignedInView> {
    const account = await this.secondStep.take(answer.challenge, answerOf(answer));
    return presentSignedIn(await this.sessions.open(account, device, 2));
  }
}
