/** The paywall marker as a thing in the text: a dashed line that is dragged, moved by keyboard, and there once at most. */
import { type ChainedCommands, Node } from '@tiptap/core';
import type { Node as TextNode, ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, Plugin, type Transaction } from '@tiptap/pm/state';
import { markerView } from './paywall-marker-view.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    paywallMarker: {
      /** Puts the marker where she writes: before a block that she begins, else behind it. The one that is there moves. */
      placeMarker: () => ReturnType;
      removeMarker: () => ReturnType;
      /** By one block. */
      moveMarker: (direction: 'up' | 'down') => ReturnType;
    };
  }
}

interface Found {
  pos: number;
  node: TextNode;
}

export function markersIn(doc: TextNode): Found[] {
  const found: Found[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'paywall') found.push({ pos, node });
    return !node.isTextblock;
  });
  return found;
}

/** In HTML that the editor reads, the marker is an element, for it draws no comments. */
export const withMarkerElement = (html: string): string =>
  html.replace(/<!--\s*paywall\s*-->/gi, '<hr data-paywall="">');

/** Where the marker goes if it moves by one block; null where it is at the end already. */
export function placeBeside(doc: TextNode, pos: number, direction: 'up' | 'down'): number | null {
  const place = doc.resolve(pos);
  const { parent } = place;
  const index = place.index();
  const neighbour = direction === 'up' ? index - 1 : index + 1;
  if (neighbour >= 0 && neighbour < parent.childCount) {
    return place.posAtIndex(direction === 'up' ? neighbour : neighbour + 1);
  }
  // Out of a quotation or a box, to where that begins or ends.
  if (place.depth === 0) return null;
  return direction === 'up' ? place.before() : place.after();
}

function placeAt(cursor: ResolvedPos): number {
  if (cursor.depth === 0) return cursor.pos;
  return cursor.parentOffset === 0 ? cursor.before(1) : cursor.after(1);
}

function moveTo(tr: Transaction, { pos, node }: Found, to: number): void {
  tr.delete(pos, pos + node.nodeSize);
  const target = tr.mapping.map(to);
  tr.insert(target, node);
  if (tr.doc.nodeAt(target) === node) tr.setSelection(NodeSelection.create(tr.doc, target));
  tr.scrollIntoView();
}

export const PaywallMarker = Node.create({
  name: 'paywall',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  // Before the plain line.
  priority: 1000,
  parseHTML: () => [{ tag: 'hr[data-paywall]', priority: 100 }],
  renderHTML: () => ['hr', { 'data-paywall': '' }],
  addNodeView: () => markerView,

  addCommands() {
    return {
      placeMarker:
        () =>
        ({ tr, dispatch }) => {
          const place = placeAt(tr.selection.$to);
          const [present] = markersIn(tr.doc);
          const node = present?.node ?? this.type.create();
          if (dispatch === undefined) return true;
          if (present !== undefined) moveTo(tr, present, place);
          else tr.insert(place, node).scrollIntoView();
          return true;
        },
      removeMarker:
        () =>
        ({ tr }) => {
          const [present] = markersIn(tr.doc);
          if (present === undefined) return false;
          tr.delete(present.pos, present.pos + present.node.nodeSize);
          return true;
        },
      moveMarker:
        (direction) =>
        ({ tr, dispatch }) => {
          const [present] = markersIn(tr.doc);
          const to = present && placeBeside(tr.doc, present.pos, direction);
          if (present === undefined || to === null || to === undefined) return false;
          if (dispatch !== undefined) moveTo(tr, present, to);
          return true;
        },
    };
  },

  addKeyboardShortcuts() {
    const move = (chain: (command: ChainedCommands) => ChainedCommands) => () =>
      chain(this.editor.chain()).run();
    return {
      'Alt-Shift-ArrowUp': move((chain) => chain.moveMarker('up')),
      'Alt-Shift-ArrowDown': move((chain) => chain.moveMarker('down')),
    };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        // A pasted text may bring another one: the first counts, as when the text is saved.
        appendTransaction: (transactions, _before, { doc, tr }) => {
          if (!transactions.some(({ docChanged }) => docChanged)) return null;
          const [, ...more] = markersIn(doc);
          if (more.length === 0) return null;
          for (const { pos, node } of more.toReversed()) tr.delete(pos, pos + node.nodeSize);
          return tr;
        },
      }),
    ];
  },
});
