/** Writes XML that every parser takes: escaped, and without the characters that no XML document may hold. */
import { cleanText } from '../../articles/text/plain-text.rules.js';

/** Text that is XML already, made by `element`. */
export class Xml {
  constructor(readonly text: string) {}
}

type Content = Xml | string | Content[];

/** @param content texts are escaped, elements stand as they are */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: Content = [],
): Xml {
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  const inside = written(content);
  return new Xml(inside === '' ? `<${name}${head}/>` : `<${name}${head}>${inside}</${name}>`);
}

export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;
}

function written(content: Content): string {
  if (Array.isArray(content)) return content.map(written).join('\n');
  return content instanceof Xml ? content.text : escaped(content);
}

function escaped(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
