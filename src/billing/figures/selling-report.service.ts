/** Puts together how selling goes: how members come and go, what comes in by the month, what is still to be paid. */
import { Injectable } from '@nestjs/common';
import { CensusRepository } from '../../memberships/figures/census.repository.js';
import type { DayWindow } from '../../platform/clock/day-window.rules.js';
import { type MonthlyRevenue, RevenueReports } from '../ledger/revenue-report.service.js';
import { BillingHealthRepository, type OpenPayments } from './billing-health.repository.js';
import { type DayOfFlow, type Flow, churnRatio, flowOf, totalOf } from './flow.rules.js';
import { type Leavers, MemberFlowRepository } from './member-flow.repository.js';

export interface SellingFigures {
  series: DayOfFlow[];
  totals: Flow;
  churn: Leavers & { ratio: number | null };
  mrr: MonthlyRevenue[];
  failedPayments: OpenPayments[];
}

@Injectable()
export class SellingReports {
  constructor(
    private readonly flow: MemberFlowRepository,
    private readonly census: CensusRepository,
    private readonly revenue: RevenueReports,
    private readonly health: BillingHealthRepository,
  ) {}

  async of(window: DayWindow): Promise<SellingFigures> {
    // One after the other: at once they would take every connection from those who read.
    const trialsStarted = await this.census.trialsStarted(window);
    const beginnings = await this.flow.begun(window);
    const ended = await this.flow.ended(window);
    const leavers = await this.flow.leavers(window);
    const mrr = await this.revenue.monthlyBetween(window.from, window.to);
    const failedPayments = await this.health.openPayments();
    const series = flowOf(window.days, {
      trialsStarted,
      trialsConverted: beginnings.map(({ day, converted }) => ({ day, count: converted })),
      begun: beginnings.map(({ day, begun }) => ({ day, count: begun })),
      ended,
    });
    const churn = { ...leavers, ratio: churnRatio(leavers.paidAtStart, leavers.ended) };
    return { series, totals: totalOf(series), churn, mrr, failedPayments };
  }
}
