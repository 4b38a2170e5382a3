/** Looks at everything between us and Stripe that an operator can have forgotten. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Problem } from '../../platform/http/problem.js';
import { type AccountGlance, StripeAccountGateway } from '../stripe/stripe-account.gateway.js';
import { StripeEndpointGateway } from '../stripe/stripe-endpoint.gateway.js';
import { StripePortalGateway } from '../stripe/stripe-portal.gateway.js';
import { CatalogueCheck } from './catalogue-check.service.js';
import {
  type Diagnosis,
  good,
  judgeAccount,
  judgeClock,
  judgeEndpoint,
  judgeLatency,
  judgeMode,
  judgeSecrets,
  problem,
} from './diagnosis.rules.js';

@Injectable()
export class StripeDoctor {
  constructor(
    private readonly config: Config,
    private readonly account: StripeAccountGateway,
    private readonly endpoints: StripeEndpointGateway,
    private readonly portal: StripePortalGateway,
    private readonly catalogue: CatalogueCheck,
  ) {}

  /** @param secrets how many webhook secrets the operator has set */
  async examine(secrets: number): Promise<Diagnosis[]> {
    const { stripeMode: mode, isProduction } = this.config;
    const here = [judgeMode(mode, isProduction), judgeSecrets(secrets)];
    const glance = await this.look();
    if ('subject' in glance) return [glance, ...here];
    return [
      good('key', 'is valid'),
      ...here,
      judgeAccount(glance, mode),
      judgeLatency(glance.latency),
      judgeClock(glance.clockAhead),
      ...judgeEndpoint(await this.endpoints.list(), this.endpoints.wanted),
      await this.judgePortal(),
      await this.catalogue.judge(),
    ];
  }

  private async look(): Promise<AccountGlance | Diagnosis> {
    try {
      return await this.account.look();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.code === 'billing/stripe-refused'
        ? problem(
            'key',
            'Stripe refuses STRIPE_SECRET_KEY: take one from the dashboard, with its rights',
          )
        : problem(
            'reachable',
            'Stripe does not answer: look at the network, and at STRIPE_API_BASE',
          );
    }
  }

  private async judgePortal(): Promise<Diagnosis> {
    const id = await this.portal.find();
    return id === null
      ? problem('portal', 'has no configuration of ours: run npm run stripe:setup')
      : good('portal', id);
  }
}
