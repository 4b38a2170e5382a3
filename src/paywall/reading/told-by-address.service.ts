/**
 * Readers of an institution and search engines carry no header that says who they are: whoever may be one passes by what
 * is kept for strangers, and is looked at.
 */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addressAlone } from '../../platform/networks/network.rules.js';
import { KeptAnswers } from '../../platform/http/kept-answers.js';
import { InstitutionFinder } from '../institutions/institution-finder.service.js';
import { engineClaimedBy, isAiCrawler } from '../machines/claims.rules.js';

/** User agents remembered, of so many letters at most; there are fewer that are common. */
const mostKnown = 2_000;
const longestKnown = 300;

@Injectable()
export class ToldByAddress implements OnModuleInit {
  /** Whether a user agent claims to be a machine that is treated in another way. */
  private readonly claims = new Map<string, boolean>();

  constructor(
    private readonly kept: KeptAnswers,
    private readonly institutions: InstitutionFinder,
  ) {}

  onModuleInit(): void {
    this.kept.passBy(
      (request) =>
        this.claimsSomething(request.headers['user-agent'] ?? '') ||
        this.institutions.mayAdmit(() => addressAlone(request.ip)),
    );
  }

  private claimsSomething(userAgent: string): boolean {
    let claims = this.claims.get(userAgent);
    if (claims === undefined) {
      claims = engineClaimedBy(userAgent) !== null || isAiCrawler(userAgent);
      if (this.claims.size >= mostKnown) this.claims.clear();
      if (userAgent.length <= longestKnown) this.claims.set(userAgent, claims);
    }
    return claims;
  }
}
