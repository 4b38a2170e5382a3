/**
 * What a request will want to know besides who sends it: asked for by the query that finds her, for each trip to the
 * database costs a third of what a reading does. The room that will use the answer says what it is.
 */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export interface Errand {
  /** Names the statement that it becomes a part of. */
  readonly name: string;
  /** What it wants to be told, known to its SQL as columns of `asked`. */
  readonly parameters: readonly { readonly name: string; readonly type: 'uuid' | 'timestamptz' }[];
  /** SQL: columns of names of their own. */
  readonly columns: readonly string[];
  /** SQL: joins that never add a row; the reader's id is `r."readerId"`. */
  readonly joins: string;
  /** In the order of the parameters, instants in words. */
  readonly values: readonly string[];
}

@Injectable()
export class Errands {
  private plan: (request: FastifyRequest) => Errand | null = () => null;

  /** There is one room that sends any. */
  entrust(plan: (request: FastifyRequest) => Errand | null): void {
    this.plan = plan;
  }

  of(request: FastifyRequest): Errand | null {
    return this.plan(request);
  }
}
