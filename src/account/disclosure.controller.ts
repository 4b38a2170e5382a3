/** A reader takes with her everything that is held of her. */
import { Controller, Get, Header } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Limited } from '../platform/limits/limited.decorator.js';
import { CurrentReader } from '../users/current-reader.decorator.js';
import { DemandsFreshProof } from '../users/fresh-proof/demands-fresh-proof.decorator.js';
import type { Reader } from '../users/reader.js';
import { disclosures } from './account.limits.js';
import type { DisclosureView } from './disclosure.presenter.js';
import { Disclosure } from './disclosure.service.js';

@Controller('api/v1/me/export')
export class DisclosureController {
  constructor(
    private readonly disclosure: Disclosure,
    private readonly clock: Clock,
  ) {}

  /** Everything held of her, as one file. */
  @DemandsFreshProof()
  @Limited(disclosures)
  @Get()
  @Header('content-disposition', 'attachment; filename="broadsheet.json"')
  take(@CurrentReader() { id }: Reader): Promise<DisclosureView> {
    return this.disclosure.of(id, this.clock.now());
  }
}
