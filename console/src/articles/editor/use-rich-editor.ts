/** One rich editor, and the HTML that goes into it and comes out of it. */
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { styleNonce } from '../../publication.js';
import { AutomaticCut, blocksBeforeCut } from './automatic-cut.js';
import { lossesIn, sameMeaning } from './meaning.js';
import { PaywallMarker, withMarkerElement } from './paywall-marker.js';
import { schema } from './schema.js';
import { type EditorNode, writeHtml } from './write-html.js';

export interface RichText {
  /** As it is kept: what was saved last, or what she has written since. */
  html: string;
  /** What of a text without a marker stands before the wall, as it was saved last; null where nobody knows. */
  publicPart: string | null;
  onChange: (html: string) => void;
  /** Another text has come, with what the editor has no place for. */
  onTakenIn: (losses: string[]) => void;
  /** Whether it is written here and not as HTML. */
  isShown: boolean;
  isReadOnly: boolean;
  label: string;
  describedBy: string;
}

const extensions = [...schema, PaywallMarker, AutomaticCut];

export const htmlOf = (editor: Editor): string => {
  const document = editor.getJSON() as EditorNode;
  return editor.isEmpty ? '' : writeHtml(document);
};

/** Takes the text in; what the editor has no place for is told, in words. */
export function takeIn(editor: Editor, html: string): string[] {
  editor.commands.setContent(withMarkerElement(html), { emitUpdate: false });
  return lossesIn(html, htmlOf(editor));
}

/** Word processors say "bold" where they mean that something is important. */
const tidied = (html: string): string =>
  html
    .replace(/<\/?b\s[^>]*font-weight:\s*normal[^>]*>/gi, '')
    .replace(/<(\/?)b(?=[\s>])/gi, '<$1strong')
    .replace(/<(\/?)i(?=[\s>])/gi, '<$1em');

export function useRichEditor(text: RichText): Editor {
  const { html, publicPart, isShown, isReadOnly, label, describedBy } = text;
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  const written = useRef(html);
  const editor = useEditor({
    extensions,
    content: withMarkerElement(html),
    editable: !isReadOnly,
    injectNonce: styleNonce,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': describedBy,
        spellcheck: 'true',
      },
      transformPastedHTML: tidied,
    },
    onUpdate: ({ editor: changed }) => {
      written.current = htmlOf(changed);
      latest.current.onChange(written.current);
    },
  });
  // What is saved comes back in the API's own spelling: only another text replaces the one in the editor.
  useEffect(() => {
    if (!isShown || html === written.current) return;
    written.current = html;
    if (!sameMeaning(html, htmlOf(editor))) latest.current.onTakenIn(takeIn(editor, html));
  }, [editor, html, isShown]);
  useEffect(() => {
    editor.commands.showAutomaticCut(publicPart === null ? null : blocksBeforeCut(publicPart));
  }, [editor, publicPart]);
  useEffect(() => editor.setEditable(!isReadOnly, false), [editor, isReadOnly]);
  return editor;
}
