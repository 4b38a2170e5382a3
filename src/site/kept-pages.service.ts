/**
 * Pages of articles as they were rendered for somebody who may read the whole text: the next one who may, and of whom the
 * page says the same, is sent the same. Nothing is found here without the text in hand, which only a pass opens.
 */
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Reading } from '../paywall/reading/reading.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Announcements } from '../platform/database/announcements.js';
import { longestShared } from '../platform/http/shared-answers.js';

/** Bytes of pages kept. */
const room = 4 * 1024 * 1024;

interface Kept {
  /** The text that it shows. */
  readonly bodyHtml: string;
  readonly html: string;
  /** Milliseconds since 1970, from which on it may be kept for as long as what is shared. */
  readonly from: number;
  /** Everything around the text was as the paper was then. */
  readonly era: number;
}

@Injectable()
export class KeptPages {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: room,
    sizeCalculation: ({ bodyHtml, html }) => 2 * (bodyHtml.length + html.length),
  });

  constructor(
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {}

  /** Of the announcements: asked for before anything that stands around the text. */
  get era(): number {
    return this.announcements.era;
  }

  /**
   * @param around everything else that the page says of who reads it, and when what stands around the text was asked for
   * @param render only where no such page is kept
   */
  async render(
    reading: Reading,
    { signs, era }: { signs: readonly unknown[]; era: number },
    render: () => Promise<string>,
  ): Promise<string> {
    const { article, bodyHtml } = reading;
    if (bodyHtml === null || !this.announcements.mayKeep) return render();
    const key = `${article.id} ${article.version} ${article.gate} ${JSON.stringify(signs)}`;
    const now = this.clock.now().getTime();
    const kept = this.kept.get(key);
    if (kept?.era === era && kept.bodyHtml === bodyHtml && isFresh(kept, now)) return kept.html;
    const html = await render();
    // Announced meanwhile: what was rendered may be what is over now.
    if (this.announcements.era === era) this.kept.set(key, { bodyHtml, html, from: now, era });
    return html;
  }
}

const isFresh = ({ from }: Kept, now: number): boolean =>
  now >= from && now < from + longestShared * 1000;
