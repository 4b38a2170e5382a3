/** Puts together what a reader is told about herself, from the rooms that know. */
import { Injectable } from '@nestjs/common';
import { MembershipDesk } from '../memberships/membership-desk.service.js';
import { MeterService } from '../paywall/meter/meter.service.js';
import { presentMeter } from '../paywall/reading/reading.presenter.js';
import type { Reader } from '../users/reader.js';
import type { MeView } from './me.presenter.js';

@Injectable()
export class MeService {
  constructor(
    private readonly memberships: MembershipDesk,
    private readonly meter: MeterService,
  ) {}

  async show(reader: Pick<Reader, 'id' | 'email' | 'name' | 'roles'>): Promise<MeView> {
    const { id, email, name, roles } = reader;
    const membership = await this.memberships.show(id);
    const meter = membership.access ? null : presentMeter(await this.meter.allowance(id));
    return { id, email, name, roles, membership, meter };
  }
}
