/** Sees when passwords are tried on many accounts, and tells the admins; it stops nobody, which the limits do. */
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { type LimitRule, burstOf } from '../../platform/limits/limit.rules.js';
import { Limits } from '../../platform/limits/limits.service.js';
import { StaffPost } from '../staff/staff-post.service.js';
import { spraying } from '../users.limits.js';

const signs = {
  accounts: (most: number) =>
    `Within an hour, wrong passwords for more than ${most} accounts came from one address.`,
  failures: (most: number) =>
    `Within an hour, there were more than ${most} wrong passwords in all.`,
};

type Sign = keyof typeof signs;

@Injectable()
export class SprayWatch {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly limits: Limits,
    private readonly audit: Audit,
    private readonly post: StaffPost,
  ) {}

  /** A wrong password for this mailbox, known or not, from where the request came. */
  async note(email: string): Promise<void> {
    const isNew = await this.counts(spraying.newAccount, email);
    if (isNew && !(await this.counts(spraying.accounts))) await this.tell('accounts');
    if (!(await this.counts(spraying.failures))) await this.tell('failures');
  }

  private async counts(rule: LimitRule, email: string | null = null): Promise<boolean> {
    return !('by' in (await this.limits.tryTake([rule], email)));
  }

  private async tell(sign: Sign): Promise<void> {
    if ((await this.limits.look([spraying.told])) !== null) return;
    const moreThan = burstOf(spraying[sign], this.config.limitsFactor);
    const id = this.limits.keyOf(spraying[sign]).toString('base64url');
    await this.database.transaction(async () => {
      if (!(await this.counts(spraying.told))) return;
      await this.audit.record({
        actorId: null,
        action: 'security.spraying',
        subject: { kind: sign === 'accounts' ? 'address' : 'sign-in', id },
        detail: { sign, moreThan, withinSeconds: spraying[sign].perSeconds },
      });
      await this.post.tellAdmins('Somebody is trying passwords', [
        signs[sign](moreThan),
        'Whoever does it is slowed down, and readers with their own passwords still get in. The audit has the address.',
        'If it goes on, have your proxy or your host keep the address out.',
      ]);
    });
  }
}
