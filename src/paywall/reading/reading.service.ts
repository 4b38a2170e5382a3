/** Opens an article for somebody: finds it, has it judged, and only then reads the text. */
import { Injectable } from '@nestjs/common';
import { mintAccessPass } from '../../articles/access-pass.mint.js';
import type { PublicArticle } from '../../articles/article.js';
import { ArticleRepository } from '../../articles/article.repository.js';
import { withoutMarker } from '../../articles/paywall-cut.rules.js';
import type { Plan } from '../../plans/plan.js';
import { AccessJudge, type Judgement } from '../decision/access-judge.service.js';
import type { Denial, Via } from '../decision/decide-access.rules.js';
import type { GiftRefusal } from '../gifts/gift-book.service.js';
import type { Allowance } from '../meter/meter.service.js';
import type { Visit } from './visit.js';
import { WallService } from './wall.service.js';

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
}

@Injectable()
export class ReadingService {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly judge: AccessJudge,
    private readonly wall: WallService,
  ) {}

  /** @returns null when there is no such published article */
  async open(slug: string, visit: Visit): Promise<Reading | null> {
    const article = await this.articles.findPublishedBySlug(slug);
    if (article === null) return null;
    const judgement = await this.judge.judge(article, visit);
    const { decision } = judgement;
    const reading = { article, ...told(judgement, visit) };
    if (!decision.granted) {
      const { denial } = decision;
      const wall = await this.wall.before(article, visit.reader, denial);
      return { ...reading, bodyHtml: null, via: null, denial, ...wall };
    }
    const text = await this.articles.readText(mintAccessPass(article.id, decision));
    const { via } = decision;
    return {
      ...reading,
      bodyHtml: withoutMarker(text),
      via,
      denial: null,
      offers: [],
      payUrl: null,
    };
  }
}

type Told = 'allowance' | 'institution' | 'giftRefusal' | 'remembersVisitor' | 'isShared';

function told(
  { decision, allowance, gift, institution }: Judgement,
  { reader, giftToken }: Visit,
): Pick<Reading, Told> {
  const isMeteredStranger = reader === null && allowance !== null && allowance.limit > 0;
  const isOpened = decision.granted && decision.via === 'gift';
  return {
    // A stranger who is given nothing has no allowance to be told of.
    allowance: reader === null && !isMeteredStranger ? null : allowance,
    institution: institution?.name ?? null,
    giftRefusal: decision.granted ? null : (gift?.refusal ?? null),
    remembersVisitor: isMeteredStranger || isOpened,
    isShared:
      reader === null &&
      giftToken === null &&
      !isMeteredStranger &&
      (!decision.granted || decision.via === 'public'),
  };
}
