/** Makes one line of a text: an entry that could begin a second one could be told by a stranger. */

/** What ends a line, moves the cursor of a terminal or turns its writing around; a tab is none of that. */
const control = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const spelled: Record<string, string> = { '\n': '\\n', '\r': '\\r' };

export const onOneLine = (text: string): string =>
  text.replace(control, (each) => spelled[each] ?? `\\u${hexOf(each)}`);

/** Rare, and quicker to look for than to spell. */
const anyControl = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** JSON spells the oldest of them itself; spelled like this, the others stay what they were for whoever reads it. */
export const jsonOnOneLine = (json: string): string =>
  anyControl.test(json) ? json.replace(control, (each) => `\\u${hexOf(each)}`) : json;

const hexOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
