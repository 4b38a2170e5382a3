/**
 * The site's terms for machines in RSL 1.0 (rslstandard.org): one licence for each use, since the ways to
 * write several uses into one have changed between its versions.
 */
import type { MachineTerms } from './machine-terms.rules.js';
import { type Xml, element, xmlDocument } from './xml.js';

export interface Licensor {
  name: string;
  url: string;
  /** Where a licence is asked for. */
  email: string;
}

export function licenceFile(terms: MachineTerms, { name, url, email }: Licensor): string {
  const uses: [use: string, isFree: boolean][] = [
    ['search', terms.search],
    ['ai-index', terms.aiInput],
    ['ai-input', terms.aiInput],
    ['ai-train', terms.aiTrain],
  ];
  const licences = uses.map(([use, isFree]) =>
    element('license', {}, [
      element('permits', { type: 'usage' }, use),
      isFree ? element('payment', { type: 'free' }) : onRequest(email),
    ]),
  );
  const copyright = element('copyright', { type: 'organization', contactEmail: email }, name);
  return xmlDocument(
    element('rsl', { xmlns: 'https://rslstandard.org/rsl' }, [
      element('content', { url: `${url}/` }, [...licences, copyright]),
    ]),
  );
}

function onRequest(email: string): Xml {
  return element('payment', { type: 'purchase' }, element('custom', {}, `mailto:${email}`));
}
