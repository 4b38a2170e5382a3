/** Turns whatever an editor pastes into the clean, well-formed HTML that articles are kept in. */
import { Parser } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import { withEachIdOnce } from './footnotes.rules.js';
import { keptAttributes, tidyAttributes } from './html-attributes.rules.js';
import { arrange } from './html-structure.rules.js';
import {
  type HtmlNode,
  PAYWALL_MARKER,
  depthOf,
  isElement,
  readHtml,
  writeHtml,
} from './html-tree.rules.js';
import { isMarkerComment, looksMarked, wordsLookMarked } from './paywall-marker.rules.js';
import { cleanText } from './plain-text.rules.js';

export type SanitisedHtml =
  { ok: true; html: string } | { ok: false; refusal: 'nested-too-deep' | 'lost-marker' };

/** Elements within each other; no article needs a tenth of it, and deeper nesting serves only to exhaust stacks. */
export const DEEPEST_NESTING = 64;

const renamed: Record<string, string> = {
  h1: 'h2',
  h5: 'h4',
  h6: 'h4',
  del: 's',
  strike: 's',
  ins: 'u',
  tt: 'code',
  ...Object.fromEntries(
    'address article center div fieldset footer form header main nav section'
      .split(' ')
      .map((block) => [block, 'p']),
  ),
};

const allowedTags = (
  'p h2 h3 h4 ul ol li dl dt dd blockquote pre figure figcaption aside hr ' +
  'table caption thead tbody tfoot tr th td ' +
  'a abbr b br cite code em i img kbd mark q s small strong sub sup time u'
).split(' ');

/** What these hold is not the article's words: it goes with them. */
const droppedWhole =
  'script style textarea option select button xmp title template iframe object noscript noembed noframes svg math'.split(
    ' ',
  );

/**
 * Keeps a newspaper's tags and attributes, of ids only those of footnotes, drops all else, and keeps the first `<!--paywall-->` as the
 * only comment. Cleaning a clean text changes nothing. Never throws.
 */
export function sanitiseArticleHtml(dirty: string): SanitisedHtml {
  const input = cleanText(dirty);
  const marker = findMarker(input);
  if (marker === 'nested-too-deep') return { ok: false, refusal: marker };
  const markerTag = unusedTag(input);
  const allowed = sanitizeHtml(withMarkerElement(input, marker, markerTag), {
    allowedTags: [...allowedTags, markerTag],
    allowedAttributes: keptAttributes,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags: droppedWhole,
    transformTags: {
      '*': (tag, attributes) => ({ tagName: renamed[tag] ?? tag, attribs: attributes }),
    },
  });
  const tree = withEachIdOnce(arrange(withTidyAttributes(readHtml(allowed, markerTag))));
  // Setting things right adds elements (an item around a list within a list).
  if (depthOf(tree) > DEEPEST_NESTING) return { ok: false, refusal: 'nested-too-deep' };
  const html = writeHtml(tree);
  if (losesMarker(input, marker, html)) return { ok: false, refusal: 'lost-marker' };
  return { ok: true, html };
}

interface Span {
  start: number;
  end: number;
}

/** Looks with the sanitiser's own parser, so that both agree on what is a comment and what only resembles one. */
function findMarker(html: string): Span | null | 'nested-too-deep' {
  let found: Span | null = null;
  let depth = 0;
  let tooDeep = false;
  const parser = new Parser({
    onopentag() {
      depth += 1;
      if (depth <= DEEPEST_NESTING) return;
      tooDeep = true;
      // Stops the work here: the time to parse a deep nesting grows with its square.
      parser.pause();
    },
    onclosetag() {
      depth -= 1;
    },
    oncomment(data) {
      if (isMarkerComment(data)) found ??= { start: parser.startIndex, end: parser.endIndex + 1 };
    },
  });
  parser.end(html);
  return tooDeep ? 'nested-too-deep' : found;
}

/** The sanitiser drops all comments; as an element of a name that the text cannot hold, the marker survives it. */
function withMarkerElement(html: string, marker: Span | null, markerTag: string): string {
  if (marker === null) return html;
  return `${html.slice(0, marker.start)}<${markerTag}></${markerTag}>${html.slice(marker.end)}`;
}

/**
 * The first thing that looks like a marker must be one and still stand at the end; otherwise the cut
 * would come later than the editor meant, or never. What follows the first marker cuts nothing and
 * may look as it likes.
 */
function losesMarker(input: string, marker: Span | null, html: string): boolean {
  const [before = '', ...behind] = html.split(PAYWALL_MARKER);
  if (marker !== null && behind.length === 0) return true;
  return looksMarked(input.slice(0, marker?.start)) || wordsLookMarked(before);
}

function unusedTag(html: string): string {
  const taken = new Set([...html.matchAll(/paywall-(\d+)/gi)].map(([, number]) => number));
  let number = 0;
  while (taken.has(String(number))) number += 1;
  return `paywall-${number}`;
}

function withTidyAttributes(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.map((node) =>
    isElement(node)
      ? {
          tag: node.tag,
          attributes: tidyAttributes(node.tag, node.attributes),
          children: withTidyAttributes(node.children),
        }
      : node,
  );
}
