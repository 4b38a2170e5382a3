/** Somebody signs in: told to the rooms above, which this room does not know, before it is done. */
import { Injectable } from '@nestjs/common';
import type { Device } from '../device.decorator.js';

export interface SignIn {
  readonly userId: string;
  /** Hers, proven. */
  readonly email: string;
  readonly device: Device;
}

@Injectable()
export class SignIns {
  private readonly hearers: ((signIn: SignIn) => Promise<void>)[] = [];

  /** @param act is waited for; where it fails, nobody is signed in */
  hear(act: (signIn: SignIn) => Promise<void>): void {
    this.hearers.push(act);
  }

  async tell(signIn: SignIn): Promise<void> {
    for (const act of this.hearers) await act(signIn);
  }
}
