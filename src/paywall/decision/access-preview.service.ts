/** Shows staff how an article would be decided for a reader, by the same rules and without opening it. */
import { Injectable } from '@nestjs/common';
import type { DeskArticle, Gate } from '../../articles/article.js';
import { ArticleDeskService } from '../../articles/desk/article-desk.service.js';
import type { DeskWorker } from '../../articles/desk/desk-rights.rules.js';
import { narrowedGateAt } from '../../articles/gate-schedule.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { MeterService } from '../meter/meter.service.js';
import { MeterSettingsRepository } from '../meter/meter-settings.repository.js';
import { type AccessDecision, type MeterStanding, decideAccess } from './decide-access.rules.js';
import { explainAccess } from './explain-access.rules.js';
import { type MadeUpKind, type ReaderInQuestion, madeUpReader } from './made-up-reader.rules.js';
import { MemberInQuestion } from './member-in-question.service.js';

/** Who reads, and when: now, where no instant is named. */
export type ReadingInQuestion = { at?: Date | undefined } & (
  { as: MadeUpKind } | { memberId: string }
);

export interface PreviewedAccess {
  at: Date;
  /** As it stands then. */
  gate: Gate;
  decision: AccessDecision;
  /** Her allowance as she comes, where it counts for this article. */
  meter: MeterStanding | null;
  explanation: string;
}

@Injectable()
export class AccessPreview {
  constructor(
    private readonly desk: ArticleDeskService,
    private readonly meter: MeterService,
    private readonly settings: MeterSettingsRepository,
    private readonly members: MemberInQuestion,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for an unknown article or member, or to an author of another one’s article */
  async of(
    articleId: string,
    question: ReadingInQuestion,
    by: DeskWorker,
  ): Promise<PreviewedAccess> {
    const article = await this.desk.show(articleId, by);
    const now = this.clock.now();
    const at = question.at ?? now;
    // A draft is shown as if it were published now.
    const publishedAt = article.publishedAt ?? now;
    const standing = narrowedGateAt({ ...article, publishedAt }, at);
    const isExempt = await this.meter.exempts({ ...article, gate: standing.gate });
    const gated = isExempt ? { ...standing, gate: 'public' as const } : standing;
    const { who, asker, known } = await this.readerOf(question, article, at);
    const decision = decideAccess(gated, asker, known);
    if ('asks' in decision) throw new Error(`Nobody knows her ${decision.asks}.`);
    const isMetered = gated.gate === 'metered' && !('via' in decision && decision.via !== 'meter');
    const meter = isMetered ? (known.meter ?? null) : null;
    const { status, gate: ownGate } = article;
    const isNarrowed = article.planIds.length > 0;
    const told = { ...standing, status, ownGate, isNarrowed, isExempt };
    const explanation = explainAccess({ who, decision, meter, article: told });
    return { at, gate: standing.gate, decision, meter, explanation };
  }

  private async readerOf(
    question: ReadingInQuestion,
    article: DeskArticle,
    at: Date,
  ): Promise<ReaderInQuestion> {
    if ('memberId' in question) return this.members.at(question.memberId, article, at);
    return madeUpReader(question.as, article.planIds, await this.settings.read());
  }
}
