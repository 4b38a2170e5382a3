/** A reader's own membership. */
import { Controller, Get } from '@nestjs/common';
import { CurrentReader } from '../users/current-reader.decorator.js';
import type { Reader } from '../users/reader.js';
import { MembershipDesk } from './membership-desk.service.js';
import type { MembershipView } from './membership.presenter.js';

@Controller('api/v1/me/membership')
export class MembershipController {
  constructor(private readonly desk: MembershipDesk) {}

  /** Where the reader stands: `none` when she never bought. */
  @Get()
  show(@CurrentReader() reader: Reader): Promise<MembershipView> {
    return this.desk.show(reader.id);
  }
}
