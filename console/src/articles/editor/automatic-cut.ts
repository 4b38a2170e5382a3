/** Shows where a text without a marker is cut, as the API computed it when it was saved last. */
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isElement, readHtml } from './html-tree.js';
import { markersIn } from './paywall-marker.js';

interface Cut {
  /** Null where nothing is cut. */
  blocks: number | null;
  shown: DecorationSet;
}

const key = new PluginKey<Cut>('automatic-cut');

/** How many blocks of the text stand in its public part. */
export const blocksBeforeCut = (previewHtml: string): number =>
  readHtml(previewHtml).filter(isElement).length;

function lineAt(doc: Node, blocks: number | null): DecorationSet {
  if (blocks === null || blocks > doc.childCount || doc.textContent.trim() === '')
    return DecorationSet.empty;
  let pos = 0;
  for (let index = 0; index < blocks; index += 1) pos += doc.child(index).nodeSize;
  const draw = () => {
    const line = document.createElement('div');
    line.className = 'automatic-cut';
    line.contentEditable = 'false';
    line.textContent = 'Without a marker the wall stands here';
    return line;
  };
  return DecorationSet.create(doc, [Decoration.widget(pos, draw, { side: -1, key: 'cut' })]);
}

export const AutomaticCut = Extension.create({
  name: 'automaticCut',
  addProseMirrorPlugins: () => [
    new Plugin<Cut>({
      key,
      state: {
        init: () => ({ blocks: null, shown: DecorationSet.empty }),
        apply: (tr, { blocks: before, shown }) => {
          const told = tr.getMeta(key) as Pick<Cut, 'blocks'> | undefined;
          const blocks = told === undefined ? before : told.blocks;
          const mapped = shown.map(tr.mapping, tr.doc);
          // A text that was taken in anew has carried the line away.
          const isThere = told === undefined && mapped.find().length > 0;
          return { blocks, shown: isThere ? mapped : lineAt(tr.doc, blocks) };
        },
      },
      props: {
        decorations: (state) =>
          markersIn(state.doc).length > 0 ? DecorationSet.empty : key.getState(state)?.shown,
      },
    }),
  ],
  addCommands: () => ({
    showAutomaticCut:
      (blocks) =>
      ({ tr }) => {
        tr.setMeta(key, { blocks }).setMeta('addToHistory', false);
        return true;
      },
  }),
});

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    automaticCut: {
      /** @param blocks how many stand before the cut; null where nothing is cut */
      showAutomaticCut: (blocks: number | null) => ReturnType;
    };
  }
}
