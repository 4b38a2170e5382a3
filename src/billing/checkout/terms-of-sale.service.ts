/** What a buyer has to agree to before she pays, and what is kept of it. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import type { Terms } from './checkout.js';
import { noTermsToAccept, termsNotAccepted } from './checkout.errors.js';

@Injectable()
export class TermsOfSale {
  /** null where buying takes no consent. */
  readonly current: Terms | null;

  constructor({ termsUrl, termsVersion }: Config) {
    this.current =
      termsUrl === undefined || termsVersion === undefined
        ? null
        : { version: termsVersion, url: termsUrl };
  }

  /**
   * @param version what she agreed to; undefined where nothing was said
   * @returns the terms that she agreed to; null where there are none
   * @throws Problem 422 on `acceptedTerms`
   */
  accepted(version: string | undefined): Terms | null {
    if (this.current === null) {
      if (version !== undefined) throw noTermsToAccept();
      return null;
    }
    if (version !== this.current.version) throw termsNotAccepted(this.current);
    return this.current;
  }
}
