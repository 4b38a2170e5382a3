/** Every page of the site in every state worth looking at, by the name of its picture. */
import type { VNode } from 'preact';
import { ErrorPage } from '../../../src/site/pages/error.page.js';
import { accountPages } from './account-pages.js';
import { sections, stranger } from './frames.js';
import { purchasePages } from './purchase-pages.js';
import { readingPages } from './reading-pages.js';
import { safetyPages } from './safety-pages.js';
import { securityPages } from './security-pages.js';
import { signInPages } from './sign-in-pages.js';

export const gallery: Record<string, VNode> = {
  ...readingPages,
  ...purchasePages,
  ...safetyPages,
  ...securityPages,
  ...signInPages,
  ...accountPages,
  ...Object.fromEntries(
    (['notFound', 'notAllowed', 'refused', 'tooMany', 'broken', 'unavailable'] as const).map(
      (kind) => [
        `error-${kind}`,
        <ErrorPage
          frame={{ ...stranger, sections: kind === 'unavailable' ? [] : sections }}
          kind={kind}
          wait={kind === 'tooMany' || kind === 'unavailable' ? 90 : undefined}
        />,
      ],
    ),
  ),
};
