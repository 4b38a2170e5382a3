/** A reader opens an article's page: decided and metered by the same service as the API's answer. */
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { presentCard } from '../articles/article.presenter.js';
import { InstitutionFinder } from '../paywall/institutions/institution-finder.service.js';
import { ReadingDoor } from '../paywall/reading/reading-door.service.js';
import { presentMeter } from '../paywall/reading/reading.presenter.js';
import type { Reading } from '../paywall/reading/reading.service.js';
import { Public } from '../platform/http/access.decorators.js';
import { nameMoreParts } from '../platform/http/shared-answers.js';
import type { Reader } from '../users/reader.js';
import { ArticleFoot } from './article-foot.service.js';
import { withGatedPartMarked } from './machines/gated-part.rules.js';
import { Offers } from './offers.service.js';
import { sendPage } from './page.http.js';
import { PageFrames } from './page-frames.service.js';
import type { ReadingNotesProps } from './page-props.js';
import { ArticlePage, type ArticlePageProps } from './pages/article.page.js';
import { sanitisedAtWriteTime } from './sanitised-html.js';
import { paths } from './site-paths.js';

@ApiExcludeController()
@Public()
@Controller('articles')
export class ArticlePageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly door: ReadingDoor,
    private readonly offers: Offers,
    private readonly foot: ArticleFoot,
    private readonly institutions: InstitutionFinder,
  ) {}

  @Get(':slug')
  async open(
    @Param('slug') slug: string,
    @Query('gift') gift: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.article(slug));
    const giftToken = typeof gift === 'string' ? gift : null;
    const arrival = { request, reply, reader, giftToken, identifiedBy: 'Cookie' } as const;
    const reading = await this.door.open(slug, arrival);
    const page = {
      frame,
      article: presentCard(reading.article),
      reading: await this.present(reading, reader),
      notes: await this.notesOn(reading),
      next: await this.foot.next(reading.article),
    };
    const { section } = reading.article;
    if (section !== null) nameMoreParts(reply, [`section:${section.slug}`]);
    return sendPage(reply, reading.isShared, ArticlePage, page, reading.sharedSeconds);
  }

  private async present(
    { article, bodyHtml, via, denial, allowance, offers, payUrl }: Reading,
    reader: Reader | null,
  ): Promise<ArticlePageProps['reading']> {
    const meter = allowance === null ? null : presentMeter(allowance);
    if (bodyHtml !== null && denial === null) {
      return {
        granted: true,
        bodyHtml: sanitisedAtWriteTime(withGatedPartMarked({ ...article, bodyHtml })),
        meter: via === 'meter' ? meter : null,
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
