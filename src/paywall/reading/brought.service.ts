/** What the query that found a reader has brought along of the article that she opens, and of her meter. */
import { Injectable } from '@nestjs/common';
import type { PublicArticle } from '../../articles/article.js';
import { type PresentVersion, presentVersionIn } from '../../articles/present-version.js';
import { MemberFinder } from '../../memberships/member-finder.repository.js';
import type { Reader } from '../../users/reader.js';
import { meterLookIn } from '../meter/meter-look.js';
import type { MeterUse } from '../meter/meter.repository.js';

@Injectable()
export class Brought {
  constructor(private readonly readers: MemberFinder) {}

  /** Undefined where it was not asked for. */
  versionOf({ id }: PublicArticle, reader: Reader | null): PresentVersion | undefined {
    return reader === null ? undefined : presentVersionIn(this.readers.broughtFor(reader), id);
  }

  /** How her own meter stood for this article; undefined where nobody looked, or not in this window. */
  meterOf(articleId: string, reader: Reader, since: Date): MeterUse | undefined {
    const row = this.readers.broughtFor(reader);
    return presentVersionIn(row, articleId) && meterLookIn(row, since);
  }
}
