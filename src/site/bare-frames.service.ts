/** What stands around a page without anything that has to be looked up. */
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Language } from '../words/language.js';
import type { PageFrame } from './page-props.js';
import { SiteAssets } from './site-assets.js';

@Injectable()
export class BareFrames {
  constructor(
    private readonly config: Config,
    private readonly language: Language,
    private readonly assets: SiteAssets,
  ) {}

  /** @param path of the page, where signing in brings her back to */
  of(path: string): PageFrame {
    const { publicUrl: origin, publication } = this.config;
    const { language } = this;
    const stylesheet = this.assets.hrefOf('site.css');
    const voice = { publication, language };
    return { origin, path, stylesheet, voice, sections: [], reader: null };
  }
}
