/** How the paywall marker is drawn: a dashed line with its sentence, a handle, and buttons for who uses no mouse. */
import type { NodeViewRenderer } from '@tiptap/core';

const line = 'Members read on from here';

function button(label: string, sign: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = sign;
  made.title = label;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}

export const markerView: NodeViewRenderer = ({ editor }) => {
  const dom = document.createElement('div');
  dom.className = 'paywall-marker';
  dom.contentEditable = 'false';
  dom.title = 'Drag me, or press Alt+Shift+↑ and ↓';
  const words = document.createElement('span');
  words.className = 'paywall-words';
  words.textContent = line;
  const act = (name: 'up' | 'down' | 'gone') => () => {
    if (name === 'gone') editor.chain().removeMarker().focus().run();
    else editor.commands.moveMarker(name);
    // The line is drawn anew where it has gone; whoever presses again finds the button there.
    const again = editor.view.dom.querySelector<HTMLElement>(`.paywall-marker [data-act=${name}]`);
    again?.focus();
  };
  const buttons = (
    [
      ['up', 'Move the paywall marker up', '↑'],
      ['down', 'Move the paywall marker down', '↓'],
      ['gone', 'Take the paywall marker out', '×'],
    ] as const
  ).map(([name, label, sign]) => {
    const made = button(label, sign, act(name));
    made.dataset['act'] = name;
    return made;
  });
  const handle = document.createElement('span');
  handle.className = 'paywall-handle';
  handle.textContent = '⠿';
  handle.ariaHidden = 'true';
  dom.append(handle, words, ...buttons);
  return {
    dom,
    stopEvent: (event) =>
      event.target instanceof HTMLButtonElement && !event.type.startsWith('drag'),
    ignoreMutation: () => true,
    selectNode: () => dom.classList.add('is-selected'),
    deselectNode: () => dom.classList.remove('is-selected'),
  };
};
