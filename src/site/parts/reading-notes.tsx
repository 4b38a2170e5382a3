/** A line above an article on how somebody comes to read it, or why her gift link opens nothing. */

import { useLanguage } from '../language.js';
import type { ReadingNotesProps } from '../page-props.js';

export function ReadingNotes({ notes }: { notes: ReadingNotesProps }) {
  const { reading } = useLanguage().words;
  const { institution, isGift, giftRefusal } = notes;
  if (institution !== null) return <p class="note">{reading.through(institution)}</p>;
  if (isGift) return <p class="note">{reading.gift}</p>;
  if (giftRefusal !== null) return <p class="note">{reading.refused[giftRefusal]}</p>;
  return null;
}
