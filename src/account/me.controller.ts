/** A reader about herself. */
import { Body, Controller, Delete, Get, HttpCode, Patch } from '@nestjs/common';
import { ReaderDirectory } from '../users/reader-directory.service.js';
import { DemandsFreshProof } from '../users/fresh-proof/demands-fresh-proof.decorator.js';
import { CurrentReader } from '../users/current-reader.decorator.js';
import type { Reader } from '../users/reader.js';
import { AccountDeletion } from './account-deletion.service.js';
import { FarewellRequest, MeChange } from './me.dto.js';
import { refuseUnlessMeant } from './farewell.js';
import type { MeView } from './me.presenter.js';
import { MeService } from './me.service.js';

@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly accounts: ReaderDirectory,
    private readonly deletion: AccountDeletion,
  ) {}

  /** Who she is, where her membership stands, and what is left of her meter. */
  @Get()
  show(@CurrentReader() reader: Reader): Promise<MeView> {
    return this.me.show(reader);
  }

  /** Changes her name. */
  @Patch()
  async change(@CurrentReader() reader: Reader, @Body() { name }: MeChange): Promise<MeView> {
    if (name === undefined) return this.me.show(reader);
    return this.me.show(await this.accounts.rename(reader.id, name.trim()));
  }

  /**
   * Deletes her account for good: a running membership ends at once and nothing is given back, and name, address
   * and sessions go. Invoices stay, without her name.
   */
  @DemandsFreshProof()
  @Delete()
  @HttpCode(204)
  async leave(
    @CurrentReader() reader: Reader,
    @Body() { confirm }: FarewellRequest,
  ): Promise<void> {
    refuseUnlessMeant(confirm, reader);
    await this.deletion.delete(reader.id, reader.id);
  }
}
