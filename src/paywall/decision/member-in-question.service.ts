/** Looks up one real reader as she would come to an article, without anything being spent or counted. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { standingOf } from '../../memberships/standing.rules.js';
import { Config } from '../../platform/config/config.js';
import { notFound } from '../../platform/http/problem.js';
import { type Account, readerWithoutSession } from '../../users/reader.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import { InstitutionFinder } from '../institutions/institution-finder.service.js';
import { MeterService } from '../meter/meter.service.js';
import type { Visit } from '../reading/visit.js';
import type { ReaderInQuestion } from './made-up-reader.rules.js';
import { isStaffFor } from './staff.rules.js';

@Injectable()
export class MemberInQuestion {
  constructor(
    private readonly readers: ReaderDirectory,
    private readonly keeper: MembershipKeeper,
    private readonly meter: MeterService,
    private readonly institutions: InstitutionFinder,
    private readonly config: Config,
  ) {}

  /**
   * Her membership as it stands at an instant, her allowance and her institution as they are now; not where
   * she is, for that is not known.
   * @throws Problem 404
   */
  async at(
    id: string,
    article: { id: string; createdById: string | null },
    instant: Date,
  ): Promise<ReaderInQuestion> {
    const account = await this.readers.byId(id);
    if (account === null || account.deletedAt !== null) throw notFound();
    const isBanned = account.bannedAt !== null;
    const visit = quietVisit(isBanned ? null : account);
    const [{ membership }, { standing: meter }, institution] = await Promise.all([
      this.keeper.holding(id),
      this.meter.open(article.id, visit),
      this.institutions.find(visit),
    ]);
    const standing = standingOf(membership, instant, this.config.graceDays);
    return {
      who: isBanned ? 'This reader, who is banned and cannot sign in,' : 'This reader',
      asker: {
        isSignedIn: !isBanned,
        isStaff: !isBanned && isStaffFor(article, account),
        maySpend: true,
      },
      known: {
        ...(isBanned ? {} : { membership: standing }),
        institution: institution !== null,
        crawler: false,
        gift: null,
        meter,
      },
    };
  }
}

/**
 * Nobody reads yet: what looks at it spends nothing.
 * @param account null for a stranger, whose browser is known and has read nothing
 */
function quietVisit(account: Account | null): Visit {
  return {
    reader: account && readerWithoutSession(account),
    visitor: { id: uuid(), isNew: account !== null },
    address: '',
    userAgent: '',
    acceptLanguage: '',
    giftToken: null,
    maySpend: false,
  };
}
