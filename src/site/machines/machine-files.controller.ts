/** The files that machines look for before anything else: what they may do here, and where everything is. */
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LicenceFree, Public } from '../../platform/http/access.decorators.js';
import { notFound } from '../../platform/http/problem.js';
import { SharedByAll } from '../../platform/http/shared-answers.js';
import { MachineFiles } from './machine-files.service.js';
import { Sitemaps } from './sitemaps.service.js';

const xml = 'application/xml; charset=utf-8';

@ApiExcludeController()
@Public()
@LicenceFree()
@Controller()
export class MachineFilesController {
  constructor(
    private readonly files: MachineFiles,
    private readonly sitemaps: Sitemaps,
  ) {}

  // A query is declared for the marks of campaigns, like `utm_source`: an address without one refuses them.
  @SharedByAll()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Get('robots.txt')
  robots(@Query() _marks: object): Promise<string> {
    return this.files.robots();
  }

  @SharedByAll()
  @Header('content-type', 'application/rsl+xml; charset=utf-8')
  @Get('license.xml')
  licence(@Query() _marks: object): Promise<string> {
    return this.files.licence();
  }

  @SharedByAll('articles')
  @Header('content-type', xml)
  @Get('sitemap.xml')
  sitemap(@Query() _marks: object): Promise<string> {
    return this.sitemaps.whole();
  }

  @SharedByAll('articles')
  @Header('content-type', xml)
  @Get('sitemaps/:part')
  sitemapPart(@Param('part') part: string, @Query() _marks: object): Promise<string> {
    const [, firstId] = /^(.+)\.xml$/.exec(part) ?? [];
    if (firstId === undefined) throw notFound();
    return this.sitemaps.part(firstId);
  }
}
