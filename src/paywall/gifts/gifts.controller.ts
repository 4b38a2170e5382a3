/** A member gives articles away, sees what she has given, and takes it back. */
import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { PageQuery } from '../../platform/http/page.dto.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { type GiftPage, type GiftView, presentGift, presentGifts } from './gift.presenter.js';
import { GiftAllowances } from './gift-allowance.service.js';
import { GiftDesk } from './gift-desk.service.js';
import { GiftGiving } from './gift-giving.service.js';
import { GiftLinks } from './gift-links.service.js';

@Controller('api/v1')
export class GiftsController {
  constructor(
    private readonly giving: GiftGiving,
    private readonly desk: GiftDesk,
    private readonly allowances: GiftAllowances,
    private readonly links: GiftLinks,
  ) {}

  /** Gives an article that she reads as a member; one that is still good is given again and counts once. */
  @MayBeTooMany()
  @Post('articles/:slug/gifts')
  async give(@Param('slug') slug: string, @CurrentReader() reader: Reader): Promise<GiftView> {
    const gift = await this.giving.give(slug, reader.id);
    return presentGift(gift, this.links.linkTo(gift));
  }

  /** What she has given, the newest first, and how many she may still give this month. */
  @Get('me/gifts')
  async list(@Query() page: PageQuery, @CurrentReader() reader: Reader): Promise<GiftPage> {
    const given = await this.desk.list(reader.id, page);
    return presentGifts(given, await this.allowances.of(reader.id), (gift) =>
      this.links.linkTo(gift),
    );
  }

  /** Takes a gift back: from now on its link opens nothing, for nobody. */
  @Delete('me/gifts/:id')
  @HttpCode(204)
  async revoke(@Param('id', UuidParam) id: string, @CurrentReader() reader: Reader): Promise<void> {
    await this.desk.revoke(reader.id, id);
  }
}
