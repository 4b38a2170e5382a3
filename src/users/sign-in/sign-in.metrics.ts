/** How sign-ins end. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Counts } from '../../platform/metrics/counts.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { SignIns } from './sign-in.facts.js';

const failures = ['password', 'code-or-link', 'second-factor', 'passkey'] as const;
type Failure = (typeof failures)[number];

@Injectable()
export class SignInMetrics implements OnModuleInit {
  private readonly done: Counts<'done'>;
  private readonly failures: Counts<Failure>;

  constructor(
    metrics: Metrics,
    private readonly signIns: SignIns,
  ) {
    this.done = metrics.add(
      new Counts('broadsheet_sign_ins_total', 'Sign-ins that led to a session.', 'outcome', [
        'done',
      ]),
    );
    this.failures = metrics.add(
      new Counts(
        'broadsheet_sign_in_failures_total',
        'Proofs that were not right, by what was shown.',
        'shown',
        failures,
      ),
    );
  }

  onModuleInit(): void {
    this.signIns.hear(() => {
      this.done.add('done');
      return Promise.resolve();
    });
  }

  failed(shown: Failure): void {
    this.failures.add(shown);
  }
}
