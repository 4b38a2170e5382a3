/** Knows what those are called who have worked on an article, for their colleagues. */
import { Injectable } from '@nestjs/common';
import { Actors } from '../../users/staff/actors.repository.js';

@Injectable()
export class Colleagues {
  constructor(private readonly actors: Actors) {}

  /** By their ids: a name, or else an address. Whoever has gone is not among them. */
  async called(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const known = [...new Set(ids)].filter((id) => id !== null);
    const actors = await this.actors.called(known);
    return new Map(actors.map(({ id, name, email }) => [id, name ?? email]));
  }
}
