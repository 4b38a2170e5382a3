/** Opens an article for somebody: finds it, has it judged, and only then reads the text. */
import { Injectable } from '@nestjs/common';
import { mintAccessPass } from '../../articles/access-pass.mint.js';
import type { PublicArticle } from '../../articles/article.js';
import { ArticleRepository } from '../../articles/article.repository.js';
import { Clock } from '../../platform/clock/clock.js';
import { secondsShared } from '../../platform/http/shared-answers.js';
import type { Plan } from '../../plans/plan.js';
import { AccessJudge, type Judgement } from '../decision/access-judge.service.js';
import type { Denial, Via } from '../decision/decide-access.rules.js';
import type { GiftRefusal } from '../gifts/gift.rules.js';
import type { Allowance } from '../meter/meter.service.js';
import type { Visit } from './visit.js';
import { WallService } from './wall.service.js';
import { Brought } from './brought.service.js';
import { type Changed, changed, whileItChanges } from './while-it-changes.js';

/** An article as this reader may see it now. */
export interface Reading {
  article: PublicArticle;
  /** The whole text, or null behind the wall. */
  bodyHtml: string | null;
  via: Via | null;
  denial: Denial | null;
  /** Her allowance, where it counts for this article. */
  allowance: Allowance | null;
  /** The name of the institution that she reads through. */
  institution: string | null;
  /** Why the gift link in her hand opens nothing; null without one, and where it did. */
  giftRefusal: GiftRefusal | null;
  /** What would open it, for somebody at the wall. */
  offers: Plan[];
  /** Where the open invoice can be paid, for somebody whose payment is overdue. */
  payUrl: string | null;
  /** The browser has to be known again, for something was spent by it or may be. */
  remembersVisitor: boolean;
  /** Every stranger gets these very bytes. */
  isShared: boolean;
  /** For how long, at most: they change with the article's gate. */
  sharedSeconds: number;
}

@Injectable()
export class ReadingService {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly judge: AccessJudge,
    private readonly wall: WallService,
    private readonly brought: Brought,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns null when there is no such published article
   * @throws Problem 503 while it is changed again and again
   */
  open(slug: string, visit: Visit): Promise<Reading | null> {
    return whileItChanges(async (isFirst) => {
      const article = isFirst
        ? await this.articles.findOnShelf(slug)
        : await this.articles.findPublishedBySlug(slug);
      return article && this.read(article, visit, isFirst);
    });
  }

  private async read(
    article: PublicArticle,
    visit: Visit,
    isFirst: boolean,
  ): Promise<Reading | Changed> {
    const judgement = await this.judge.judge(article, visit);
    const { decision, gate } = judgement;
    const sharedSeconds = secondsShared(this.clock.now(), article.gateChangesAt);
    const judged = gate === article.gate ? article : { ...article, gate };
    const reading = { article: judged, sharedSeconds, ...told(judgement, visit) };
    if (!decision.granted) {
      const { denial } = decision;
      const wall = await this.wall.before(article, visit.reader, denial);
      return { ...reading, bodyHtml: null, via: null, denial, ...wall };
    }
    // Looked at again, it is another than was there as she was found.
    const present = isFirst ? this.brought.versionOf(article, visit.reader) : undefined;
    const text = await this.articles.readText(mintAccessPass(article, decision), present);
    if (text === null) return changed;
    const { via } = decision;
    return {
      ...reading,
      bodyHtml: text,
      via,
      denial: null,
      offers: [],
      payUrl: null,
    };
  }
}

type Told = 'allowance' | 'institution' | 'giftRefusal' | 'remembersVisitor' | 'isShared';

/** What is said of a judgement, and what follows from it for the browser and for caches. */
export function told(
  { decision, metered, gift, institution }: Judgement,
  { reader, giftToken }: Visit,
): Pick<Reading, Told> {
  const countsBrowser = metered?.countsBrowser ?? false;
  const isOpened = decision.granted && decision.via === 'gift';
  return {
    allowance: metered?.allowance ?? null,
    institution: institution?.name ?? null,
    giftRefusal: decision.granted ? null : (gift?.refusal ?? null),
    remembersVisitor: countsBrowser || isOpened,
    isShared:
      reader === null &&
      giftToken === null &&
      !countsBrowser &&
      (!decision.granted || decision.via === 'public'),
  };
}
