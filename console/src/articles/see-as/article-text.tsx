/**
 * Shows an article's HTML as elements of this page, each made anew: what is not an element of articles, or leads to
 * where links may not, is left out, whatever the text says.
 */
import { Box } from '@mui/material';
import { Fragment, type ReactNode, createElement } from 'react';
import { textLooks } from '../editor/editor-looks.js';
import { type HtmlNode, isElement, readHtml } from '../editor/html-tree.js';
import { blockTags, markTags } from '../editor/vocabulary.js';
import { serif } from '../../layout/theme.js';

const shown = new Set([
  ...Object.values(blockTags),
  ...Object.values(markTags),
  ...'h2 h3 h4 hr pre br img table caption thead tbody tfoot'.split(' '),
]);

const isVoid = new Set(['br', 'hr', 'img']);
const isSafe = (address: string): boolean => /^(https?:|mailto:|\/(?!\/))/i.test(address);

const named: Readonly<Record<string, string>> = { colspan: 'colSpan', rowspan: 'rowSpan' };
const plain = new Set(['alt', 'title', 'width', 'height', 'colspan', 'rowspan', 'lang', 'start']);

function propertiesOf(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (plain.has(name)) kept[named[name] ?? name] = value;
    if ((name === 'href' || name === 'src') && isSafe(value)) kept[name] = value;
  }
  return kept;
}

function draw(node: HtmlNode, index: number): ReactNode {
  if ('text' in node) return node.text;
  if (!isElement(node)) return null;
  const inside = node.children.map(draw);
  if (!shown.has(node.tag)) return <Fragment key={index}>{inside}</Fragment>;
  const properties = { key: index, ...propertiesOf(node.attributes) };
  if (isVoid.has(node.tag)) return createElement(node.tag, properties);
  // White space between rows and cells is no child that a table may have.
  const isTable = ['table', 'thead', 'tbody', 'tfoot', 'tr'].includes(node.tag);
  const children = isTable ? inside.filter((child) => typeof child !== 'string') : inside;
  return createElement(node.tag, properties, children);
}

export function ArticleText({ html }: { html: string }) {
  return (
    <Box
      sx={{
        fontFamily: serif,
        fontSize: '1.1rem',
        lineHeight: 1.6,
        overflowWrap: 'anywhere',
        ...textLooks,
      }}
    >
      {readHtml(html).map(draw)}
    </Box>
  );
}
