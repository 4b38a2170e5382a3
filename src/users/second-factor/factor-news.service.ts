/** Tells an account's owner what has happened to its second factors and passkeys, and writes it down. */
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Config } from '../../platform/config/config.js';
import type { LetterText } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Language } from '../../words/language.js';
import type { Account, Reader } from '../reader.js';

type Owner = Pick<Account | Reader, 'id' | 'email'>;

/** Each in the transaction that changes something: the mail goes out when that commits. */
@Injectable()
export class FactorNews {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
    private readonly language: Language,
  ) {}

  async authenticatorAdded(owner: Owner): Promise<void> {
    await this.writeDown(owner, 'member.authenticator-added');
    await this.send(owner, this.says.authenticatorAdded(this.resetLink));
  }

  async authenticatorRemoved(owner: Owner): Promise<void> {
    await this.writeDown(owner, 'member.authenticator-removed');
    await this.send(owner, this.says.authenticatorRemoved(this.resetLink));
  }

  async recoveryCodeUsed(owner: Owner, left: number): Promise<void> {
    await this.writeDown(owner, 'member.recovery-code-used', { left });
    await this.send(owner, this.says.recoveryCodeUsed(left, this.resetLink));
  }

  async recoveryCodesRenewed(owner: Owner): Promise<void> {
    await this.writeDown(owner, 'member.recovery-codes-renewed');
    await this.send(owner, this.says.recoveryCodesRenewed(this.resetLink));
  }

  async passkeyAdded(owner: Owner, passkeyId: string): Promise<void> {
    await this.writeDown(owner, 'member.passkey-added', { passkeyId });
    await this.send(owner, this.says.passkeyAdded(this.resetLink));
  }

  async passkeyRemoved(owner: Owner, passkeyId: string): Promise<void> {
    await this.writeDown(owner, 'member.passkey-removed', { passkeyId });
    await this.send(owner, this.says.passkeyRemoved(this.resetLink));
  }

  /** By whoever has the keys of the machine. */
  async factorsForgotten(owner: Owner): Promise<void> {
    const { id } = owner;
    const subject = { kind: 'member', id };
    await this.audit.record({ actorId: null, action: 'member.second-factors-forgotten', subject });
    await this.send(owner, this.says.factorsForgotten(this.resetLink));
  }

  private get says() {
    return this.language.words.accountLetters;
  }

  private get resetLink(): string {
    return `${this.config.publicUrl}/reset-password`;
  }

  private writeDown({ id }: Owner, action: string, detail: Record<string, string | number> = {}) {
    return this.audit.record({ actorId: id, action, subject: { kind: 'member', id }, detail });
  }

  private send({ email: to }: Owner, text: LetterText): Promise<void> {
    return this.mailer.write({ to, ...text });
  }
}
