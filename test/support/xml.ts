/** Reads XML as strictly as a feed reader does, and hands out what stands in it. */
import { Parser } from 'htmlparser2';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
}

/** @throws where an element is not closed, an ampersand stands alone or a character is forbidden */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const here = (): XmlElement => open.at(-1) ?? root;
  const closed: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, text: '', children: [] };
        here().children.push(element);
        open.push(element);
      },
      ontext: (text) => (here().text += text),
      onclosetag(name, isImplied) {
        // In XML an element without content closes itself: that is the only implied closing.
        if (isImplied && xml[parser.endIndex - 1] !== '/')
          throw new Error(`<${name}> is left open.`);
        if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing.`);
        closed.push(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml))
    throw new Error('An & stands alone.');
  if (/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u.test(xml)) {
    throw new Error('A character is forbidden in XML.');
  }
  const [document, ...more] = root.children;
  if (document === undefined || more.length > 0) throw new Error('There must be one root element.');
  return document;
}

/** Every element of this name, however deep. */
export function all(element: XmlElement, name: string): XmlElement[] {
  const inside = element.children.flatMap((child) => all(child, name));
  return element.name === name ? [element, ...inside] : inside;
}

export const textOf = (element: XmlElement, name: string): string | undefined =>
  all(element, name)[0]?.text;
