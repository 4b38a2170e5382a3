/** An account has another address: told to the rooms above, which this room does not know, before it is done. */
import { Injectable } from '@nestjs/common';

export interface EmailChange {
  readonly userId: string;
  /** The new address: hers, proven. */
  readonly email: string;
}

@Injectable()
export class EmailChanges {
  private readonly hearers: ((change: EmailChange) => Promise<void>)[] = [];

  /** @param act is waited for, in the transaction of the change; where it fails, nothing is changed */
  hear(act: (change: EmailChange) => Promise<void>): void {
    this.hearers.push(act);
  }

  async tell(change: EmailChange): Promise<void> {
    for (const act of this.hearers) await act(change);
  }
}
