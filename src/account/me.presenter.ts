/** Everything a reader is told about herself in one answer. */
import { ApiProperty } from '@nestjs/swagger';
import { MembershipView } from '../memberships/membership.presenter.js';
import { MeterView } from '../paywall/reading/reading.presenter.js';
import type { Role } from '../users/reader.js';

export class MeView {
  id: string;
  email: string;
  name: string | null;
  @ApiProperty({ enum: ['author', 'editor', 'admin'], isArray: true })
  roles: Role[];
  membership: MembershipView;
  /** What is left of this window's free articles; members need none. */
  meter: MeterView | null;
}
