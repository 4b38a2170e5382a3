/**
 * Sends the query that finds a reader on an errand: whether the article that she opens still is what the shelf holds,
 * and what she has read by the meter. What it brings is of the same instant as her session and her membership.
 */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ArticleRepository } from '../../articles/article.repository.js';
import { presentVersion } from '../../articles/present-version.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Errand, Errands } from '../../users/errand.js';
import { windowStart } from '../meter/meter.rules.js';
import { meterLook } from '../meter/meter-look.js';
import { MeterSettingsRepository } from '../meter/meter-settings.repository.js';
import { slugOfOpened } from './opens-article.decorator.js';

@Injectable()
export class ReadingErrand implements OnModuleInit {
  constructor(
    private readonly errands: Errands,
    private readonly articles: ArticleRepository,
    private readonly settings: MeterSettingsRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.errands.entrust((request) => this.of(request));
  }

  /** None where the shelf does not know yet what would be asked: then it is asked for afterwards. */
  private of(request: FastifyRequest): Errand | null {
    const slug = slugOfOpened(request);
    const article = slug === null ? null : this.articles.onShelf(slug);
    if (article === null) return null;
    const settings = article.gate === 'metered' ? this.settings.onShelf() : null;
    if (settings === null) return { ...presentVersion, values: [article.id] };
    const since = windowStart(settings, this.clock.now());
    return {
      name: `${presentVersion.name}, ${meterLook.name}`,
      parameters: [...presentVersion.parameters, ...meterLook.parameters],
      columns: [...presentVersion.columns, ...meterLook.columns],
      joins: `${presentVersion.joins} ${meterLook.joins}`,
      values: [article.id, since.toISOString()],
    };
  }
}
