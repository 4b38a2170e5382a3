/** Shows a reader a page where a program would get problem details. */
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ErrorPages } from '../platform/http/error-pages.js';
import type { Problem } from '../platform/http/problem.js';
import { BareFrames } from './bare-frames.service.js';
import { PageFrames } from './page-frames.service.js';
import type { PageFrame } from './page-frame.js';
import { ErrorPage, type ErrorKind } from './pages/error.page.js';
import { renderPageOf } from './render-page.js';
import { paths } from './site-paths.js';

/** Doors for programs, who read problem details. */
const forPrograms = /^\/(api|webhooks|health|dev|metrics)(\/|\?|$)/;

@Injectable()
export class SiteErrorPages implements OnModuleInit {
  private readonly logger = new Logger('Site');

  constructor(
    private readonly errorPages: ErrorPages,
    private readonly frames: PageFrames,
    private readonly bare: BareFrames,
  ) {}

  onModuleInit(): void {
    this.errorPages.use(this);
  }

  speaksTo(request: FastifyRequest): boolean {
    if (forPrograms.test(request.url)) return false;
    const accept = request.headers.accept ?? '*/*';
    return accept.includes('text/html') || !accept.includes('json');
  }

  async render(problem: Problem, request: FastifyRequest): Promise<string> {
    const frame = problem.status >= 500 ? this.bare.of(paths.home) : await this.frame(request);
    return renderPageOf(ErrorPage, { frame, kind: kindOf(problem.status), wait: waitOf(problem) });
  }

  /** An error page must come even when the masthead cannot. */
  private async frame(request: FastifyRequest): Promise<PageFrame> {
    try {
      return (await this.frames.visit(request, null, paths.home)).frame;
    } catch (error) {
      this.logger.warn(`An error page goes out bare: ${String(error)}`);
      return this.bare.of(paths.home);
    }
  }
}

/** Seconds. */
function waitOf({ headers }: Problem): number | undefined {
  const told = headers['retry-after'];
  return told === undefined ? undefined : Number(told);
}

function kindOf(status: number): ErrorKind {
  if (status === 502 || status === 503 || status === 504) return 'unavailable';
  if (status >= 500) return 'broken';
  if (status === 429) return 'tooMany';
  if (status === 402) return 'licence';
  if (status === 405) return 'notAllowed';
  const isRefusal = [401, 403, 409, 413, 415, 422].includes(status);
  return isRefusal ? 'refused' : 'notFound';
}
