/** A membership has begun with a purchase at an article's wall: told to the rooms above, which this room does not know. */
import { Injectable } from '@nestjs/common';

export interface Join {
  /** The article whose wall led to it. */
  readonly articleId: string;
  readonly begunAt: Date;
}

@Injectable()
export class Joins {
  private readonly hearers: ((join: Join) => Promise<void>)[] = [];

  /** @param act is waited for, in the transaction that writes the membership */
  hear(act: (join: Join) => Promise<void>): void {
    this.hearers.push(act);
  }

  async tell(join: Join): Promise<void> {
    for (const act of this.hearers) await act(join);
  }
}
