/** Takes a password that somebody chooses: refuses weak ones, hashes the rest. */
import { Injectable } from '@nestjs/common';
import { commonPasswords } from './common-passwords.js';
import { PasswordHasher } from './password-hasher.js';
import { judgePassword } from './password.rules.js';
import { unacceptablePassword } from '../users.errors.js';

/** Whose password it is going to be. */
interface Owner {
  email: string;
  name: string | null;
}

@Injectable()
export class NewPasswords {
  constructor(private readonly hasher: PasswordHasher) {}

  /** @throws Problem 422 that says why the password is refused */
  async hash(password: string, owner: Owner): Promise<string> {
    demandAcceptable(password, owner);
    return this.hasher.hash(password);
  }

  /** For a registration, whose hash is compared with its rivals'. @throws Problem as above */
  async hashForRegistration(password: string, owner: Owner): Promise<string> {
    demandAcceptable(password, owner);
    return this.hasher.hashFor(owner.email, password);
  }
}

function demandAcceptable(password: string, owner: Owner): void {
  const refusal = judgePassword(password, owner, commonPasswords);
  if (refusal !== null) throw unacceptablePassword(refusal);
}
