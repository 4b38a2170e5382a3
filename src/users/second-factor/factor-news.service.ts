/** Tells an account's owner what has happened to its second factors and passkeys, and writes it down. */
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Config } from '../../platform/config/config.js';
import { type LetterLine, setLetter } from '../../platform/mail/letter.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { Account, Reader } from '../reader.js';

type Owner = Pick<Account | Reader, 'id' | 'email'>;

/** Each in the transaction that changes something: the mail goes out when that commits. */
@Injectable()
export class FactorNews {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
  ) {}

  async authenticatorAdded(owner: Owner): Promise<void> {
    await this.writeDown(owner, 'member.authenticator-added');
    await this.send(owner, 'Your account has an authenticator', [
      'From now on, signing in to your account takes a code of your authenticator app, too.',
      'Keep the recovery codes that you were shown where you find them without your phone: each of them opens the door once.',
    ]);
  }

  async authenticatorRemoved(owner: Owner): Promise<void> {
    await this.writeDown(owner, 'member.authenticator-removed');
    await this.send(owner, 'Your account has no authenticator any more', [
      'The authenticator was taken from your account, and its recovery codes are worth nothing now. Signing in takes no code of an app any more.',
    ]);
  }

  async recoveryCodeUsed(owner: Owner, left: number): Promise<void> {
    await this.writeDown(owner, 'member.recovery-code-used', { left });
    await this.send(owner, 'A recovery code of yours was used', [
      `Somebody with one of your recovery codes has just passed the second step. ${leftInWords(left)}`,
      'If your phone is lost, set up the authenticator of a new one; the old one is worth nothing then.',
    ]);
  }

  async recoveryCodesRenewed(owner: Owner): Promise<void> {
    await this.writeDown(owner, 'member.recovery-codes-renewed');
    await this.send(owner, 'You have new recovery codes', [
      'New recovery codes were made for your account. The ones before are worth nothing now.',
    ]);
  }

  async passkeyAdded(owner: Owner, passkeyId: string): Promise<void> {
    await this.writeDown(owner, 'member.passkey-added', { passkeyId });
    await this.send(owner, 'Your account has a new passkey', [
      'A passkey was added to your account. Whoever has the device that keeps it, and its finger or PIN, can sign in with it.',
    ]);
  }

  async passkeyRemoved(owner: Owner, passkeyId: string): Promise<void> {
    await this.writeDown(owner, 'member.passkey-removed', { passkeyId });
    await this.send(owner, 'A passkey was taken from your account', [
      'A passkey was taken from your account. Nobody can sign in with it any more.',
    ]);
  }

  /** By whoever has the keys of the machine. */
  async factorsForgotten(owner: Owner): Promise<void> {
    const { id } = owner;
    const subject = { kind: 'member', id };
    await this.audit.record({ actorId: null, action: 'member.second-factors-forgotten', subject });
    await this.send(owner, 'Your second factors are gone', [
      'Whoever runs the publication has taken authenticator, recovery codes and passkeys from your account, so that you can set up new ones.',
    ]);
  }

  private writeDown({ id }: Owner, action: string, detail: Record<string, string | number> = {}) {
    return this.audit.record({ actorId: id, action, subject: { kind: 'member', id }, detail });
  }

  private send({ email: to }: Owner, subject: string, lines: LetterLine[]): Promise<void> {
    const ifNot: LetterLine[] = [
      'If it was not you, choose a new password right away, which signs every device out, and write to us.',
      { label: 'Choose a new password', link: `${this.config.publicUrl}/reset-password` },
    ];
    return this.mailer.send(setLetter({ to, subject, lines: [...lines, ...ifNot] }));
  }
}

function leftInWords(left: number): string {
  if (left === 0) return 'It was the last one: make new ones soon.';
  return left === 1 ? 'One is left.' : `${left} are left.`;
}
