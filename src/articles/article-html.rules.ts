/** Turns whatever an editor pastes into the clean, well-formed HTML that articles are kept in. */
import { Parser } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import { keptAttributes, tidyAttributes } from './html-attributes.rules.js';
import { arrange } from './html-structure.rules.js';
import {
  type HtmlNode,
  depthOf,
  isElement,
  isMarkerComment,
  readHtml,
  writeHtml,
} from './html-tree.rules.js';
import { cleanText } from './plain-text.rules.js';

export type SanitisedHtml = { ok: true; html: string } | { ok: false; refusal: 'nested-too-deep' };

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
 * Keeps a newspaper's tags and attributes, drops all else, and keeps the first `<!--paywall-->` as the
 * only comment. Cleaning a clean text changes nothing. Never throws.
 */
export function sanitiseArticleHtml(dirty: string): SanitisedHtml {
  const input = cleanText(dirty);
  const markers = findMarkers(input);
  if (markers === 'nested-too-deep') return { ok: false, refusal: markers };
  const markerTag = unusedTag(input);
  const allowed = sanitizeHtml(withMarkerElements(input, markers, markerTag), {
    allowedTags: [...allowedTags, markerTag],
    allowedAttributes: keptAttributes,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags: droppedWhole,
    transformTags: {
      '*': (tag, attributes) => ({ tagName: renamed[tag] ?? tag, attribs: attributes }),
    },
  });
  const tree = arrange(withTidyAttributes(readHtml(allowed, markerTag)));
  // Setting things right adds elements (an item around a list within a list).
  if (depthOf(tree) > DEEPEST_NESTING) return { ok: false, refusal: 'nested-too-deep' };
  return { ok: true, html: writeHtml(tree) };
}

interface Span {
  start: number;
  end: number;
}

/** Looks with the sanitiser's own parser, so that both agree on what is a comment and what only resembles one. */
function findMarkers(html: string): Span[] | 'nested-too-deep' {
  const found: Span[] = [];
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
      if (isMarkerComment(data)) found.push({ start: parser.startIndex, end: parser.endIndex + 1 });
    },
  });
  parser.end(html);
  return tooDeep ? 'nested-too-deep' : found;
}

/** The sanitiser drops all comments; as an element of a name that the text cannot hold, the marker survives it. */
function withMarkerElements(html: string, markers: readonly Span[], markerTag: string): string {
  let rest = 0;
  const parts = markers.map(({ start, end }) => {
    const before = html.slice(rest, start);
    rest = end;
    return `${before}<${markerTag}></${markerTag}>`;
  });
  return parts.join('') + html.slice(rest);
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
