/** What stands around a page without anything that has to be looked up. */
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Language } from '../words/language.js';
import type { PageFiles, PageFrame } from './page-frame.js';
import { SiteAssets } from './site-assets.js';

@Injectable()
export class BareFrames {
  private readonly files: PageFiles;

  constructor(
    private readonly config: Config,
    private readonly language: Language,
    assets: SiteAssets,
  ) {
    const { logo, icon } = config.publication;
    this.files = {
      stylesheet: assets.hrefOf('site.css'),
      offline: assets.hrefOf('offline.js'),
      passkeys: assets.hrefOf('passkeys.js'),
      recoveryCodes: assets.hrefOf('recovery-codes.js'),
      icon: assets.hrefOf(icon === undefined ? 'favicon.svg' : `publication/${icon}`),
      logo:
        logo === undefined
          ? null
          : {
              href: assets.hrefOf(`publication/${logo.file}`),
              width: logo.width,
              height: logo.height,
            },
    };
  }

  /** @param path of the page, where signing in brings her back to */
  of(path: string): PageFrame {
    const { publicUrl: origin, publication } = this.config;
    const { language, files } = this;
    const voice = { publication, language };
    return { origin, path, files, voice, sections: [], reader: null };
  }
}
