/** Locks, every night, what an older JWT_SECRET has locked with the one of today, so that the older can be let go. */
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { HandlesJob, type JobHandler, Nightly } from '../../platform/jobs/job-handler.js';
import { LockedSecretRepository } from './locked-secret.repository.js';

const RENEW_SECRETS = 'renew-secrets';

@HandlesJob(RENEW_SECRETS)
@Nightly('03:40')
@Injectable()
export class RenewSecretsJob implements JobHandler {
  private readonly logger = new Logger('Keys');

  constructor(
    private readonly config: Config,
    private readonly secrets: LockedSecretRepository,
  ) {}

  async handle(_payload: unknown, stopping: AbortSignal): Promise<void> {
    if (this.config.jwtSecretPrevious.length === 0) return;
    const { looked, renewed, lost } = await this.secrets.renewAll(stopping);
    this.logger.log(
      `Authenticators: of ${looked} secrets ${renewed} were locked anew, ${lost} open with no JWT_SECRET that is known.`,
    );
  }
}
