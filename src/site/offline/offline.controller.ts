/** What a browser keeps for the time without a connection: a page that says so, and the worker that shows it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LicenceFree, Public } from '../../platform/http/access.decorators.js';
import { SharedByAll } from '../../platform/http/shared-answers.js';
import { BareFrames } from '../bare-frames.service.js';
import { OfflinePage } from '../pages/offline.page.js';
import { renderPageOf } from '../render-page.js';
import { paths } from '../site-paths.js';

const worker = readFileSync(new URL('./worker/service-worker.js', import.meta.url), 'utf8');

@ApiExcludeController()
@Public()
@LicenceFree()
@Controller()
export class OfflineController {
  private readonly html: string;
  private readonly script: string;

  constructor(bare: BareFrames) {
    this.html = renderPageOf(OfflinePage, { frame: bare.of(paths.offline) });
    const edition = createHash('sha256').update(this.html).digest('base64url').slice(0, 12);
    this.script = worker.replace('{{edition}}', edition);
  }

  @SharedByAll()
  @Header('content-type', 'text/html; charset=utf-8')
  @Get('offline')
  page(@Query() _marks: object): string {
    return this.html;
  }

  /** From the root, for a worker stands before what lies below its own address. */
  @SharedByAll()
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Get('service-worker.js')
  serviceWorker(@Query() _marks: object): string {
    return this.script;
  }
}
