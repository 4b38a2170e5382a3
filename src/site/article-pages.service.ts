/** Renders the page of an article as somebody reads it: what of the reading it shows, and what stands around it. */
import { Injectable } from '@nestjs/common';
import { presentCard } from '../articles/article.presenter.js';
import { InstitutionFinder } from '../paywall/institutions/institution-finder.service.js';
import { presentMeter } from '../paywall/reading/reading.presenter.js';
import type { Reading } from '../paywall/reading/reading.service.js';
import type { Reader } from '../users/reader.js';
import { ArticleFoot } from './article-foot.service.js';
import { KeptPages } from './kept-pages.service.js';
import { withGatedPartMarked } from './machines/gated-part.rules.js';
import { Offers } from './offers.service.js';
import type { PageFrame } from './page-frame.js';
import type { MeterProps, ReadingNotesProps } from './page-props.js';
import { ArticlePage, type ArticlePageProps } from './pages/article.page.js';
import { renderPageOf } from './render-page.js';
import { sanitisedAtWriteTime } from './sanitised-html.js';

@Injectable()
export class ArticlePages {
  constructor(
    private readonly offers: Offers,
    private readonly foot: ArticleFoot,
    private readonly institutions: InstitutionFinder,
    private readonly kept: KeptPages,
  ) {}

  /** When it is, for whoever asks for the frame of a page. */
  get era(): number {
    return this.kept.era;
  }

  /** @param era in which the frame was asked for */
  async render(
    reading: Reading,
    { frame, era }: { frame: PageFrame; era: number },
    reader: Reader | null,
  ): Promise<string> {
    const notes = await this.notesOn(reading);
    const meter = meterOf(reading);
    const signs = [frame.reader?.state ?? null, notes, meter];
    return this.kept.render(reading, { signs, era }, async () =>
      renderPageOf(ArticlePage, {
        frame,
        article: presentCard(reading.article),
        reading: await this.present(reading, reader, meter),
        notes,
        next: await this.foot.next(reading.article),
      }),
    );
  }

  private async present(
    { article, bodyHtml, denial, offers, payUrl }: Reading,
    reader: Reader | null,
    meter: MeterProps | null,
  ): Promise<ArticlePageProps['reading']> {
    if (bodyHtml !== null && denial === null) {
      return {
        granted: true,
        bodyHtml: sanitisedAtWriteTime(withGatedPartMarked({ ...article, bodyHtml })),
        meter,
      };
    }
    return {
      granted: false,
      previewHtml: sanitisedAtWriteTime(article.previewHtml),
      denial: denial ?? 'membership-required',
      meter,
      offers: await this.offers.of(offers, reader),
      payUrl,
      institutionsSignIn: reader === null && (await this.institutions.admitsAddresses()),
    };
  }

  private async notesOn(reading: Reading): Promise<ReadingNotesProps> {
    const { via, institution, giftRefusal } = reading;
    const mayGive = await this.foot.mayGive(reading);
    return { institution, isGift: via === 'gift', giftRefusal, mayGive };
  }
}

/** Whoever reads the whole text by something else than the meter hears nothing of it. */
function meterOf({ allowance, denial, via }: Reading): MeterProps | null {
  const isSilent = allowance === null || (denial === null && via !== 'meter');
  return isSilent ? null : presentMeter(allowance);
}
