/** A room that serves pages may say how an error looks there; everything else answers problem details. */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

@Injectable()
export class ErrorPages {
  private pages: Pick<ErrorPages, 'speaksTo' | 'render'> | undefined;

  /** Called once, at start, by the room that serves pages. */
  use(pages: Pick<ErrorPages, 'speaksTo' | 'render'>): void {
    this.pages = pages;
  }

  speaksTo(request: FastifyRequest): boolean {
    return this.pages?.speaksTo(request) ?? false;
  }

  render(problem: Problem, request: FastifyRequest): Promise<string> | string {
    return this.pages?.render(problem, request) ?? '';
  }
}
