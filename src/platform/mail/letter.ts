/** Sets a mail's few sentences as plain text and as HTML that says the same. */
import type { Publication } from '../publication/publication.js';
import type { Mail } from './mail.js';

/** A sentence, a code to type in, or a link under a label. */
export type LetterLine = string | { code: string } | { label: string; link: string };

export interface LetterText {
  subject: string;
  lines: readonly LetterLine[];
}

export interface Letter extends LetterText {
  to: string;
}

/** @param from whose name stands below it, and in which language it is */
export function setLetter(
  { to, subject, lines }: Letter,
  { name, language }: Pick<Publication, 'name' | 'language'>,
): Mail {
  return {
    to,
    subject,
    text: `${[...lines.map(asText), name].join('\n\n')}\n`,
    html:
      `<!doctype html><html lang="${escape(language)}"><head><meta charset="utf-8">` +
      `<title>${escape(subject)}</title></head>` +
      '<body style="margin:0;padding:24px;font:17px/1.55 Georgia,serif;color:#1a1a1a;background:#fff">' +
      `<div style="max-width:34em;margin:0 auto">${lines.map(asHtml).join('')}` +
      `<p style="color:#555">${escape(name)}</p></div></body></html>`,
  };
}

function asText(line: LetterLine): string {
  if (typeof line === 'string') return line;
  return 'code' in line ? `    ${line.code}` : `${line.label}:\n${line.link}`;
}

function asHtml(line: LetterLine): string {
  if (typeof line === 'string') return `<p>${escape(line)}</p>`;
  if ('code' in line) {
    return `<p style="font:700 30px/1.2 monospace;letter-spacing:.15em">${escape(line.code)}</p>`;
  }
  const { label, link } = line;
  return (
    `<p><a href="${escape(link)}" style="display:inline-block;padding:10px 18px;background:#1a1a1a;` +
    `color:#fff;text-decoration:none">${escape(label)}</a></p>`
  );
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
