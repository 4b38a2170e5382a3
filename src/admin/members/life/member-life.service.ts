/** Puts one member's whole life together, from the rooms that know of it. */
import { Injectable } from '@nestjs/common';
import { MembersAdmin } from '../members-admin.service.js';
import { type MemberFile, presentDealings } from '../member-file.presenter.js';
import { MemberDealings } from './member-dealings.service.js';
import { presentReading, presentTraces } from './member-life.presenter.js';
import { MemberReading } from './member-reading.service.js';
import { MemberTraces } from './member-traces.service.js';

@Injectable()
export class MemberLife {
  constructor(
    private readonly members: MembersAdmin,
    private readonly dealings: MemberDealings,
    private readonly reading: MemberReading,
    private readonly traces: MemberTraces,
  ) {}

  /** Of a deleted account the books are left. @throws Problem 404 */
  async show(id: string): Promise<MemberFile> {
    const account = await this.members.known(id);
    // One part after the other: a page of staff's takes no more connections than it must from readers.
    const view = await this.members.whole(account);
    const dealings = await this.dealings.of(account);
    const reading = await this.reading.of(account);
    const traces = await this.traces.of(id);
    return {
      ...presentDealings(view, dealings),
      ...presentReading(reading),
      ...presentTraces(traces),
    };
  }
}
