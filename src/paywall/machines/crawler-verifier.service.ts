/** Says whether a visit is a search engine's, by its address and never by its own word. */
import { Injectable } from '@nestjs/common';
import type { Visit } from '../reading/visit.js';

@Injectable()
export class CrawlerVerifier {
  /** Whether it may have the whole text. Any doubt is a no. */
  mayReadAll(_visit: Visit): Promise<boolean> {
    return Promise.resolve(false);
  }
}
