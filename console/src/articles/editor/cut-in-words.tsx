/** Says where the public part of the text ends. */
import { Typography } from '@mui/material';
import { countOf } from '../../words/numbers.js';
import { readHtml, wordsIn } from './html-tree.js';

/**
 * Where a text without a marker is cut: nowhere, as everybody reads it whole; at a place that the API says once such a
 * text is saved; or behind the public part, as it was saved last.
 */
export type AutomaticCut = 'nowhere' | 'not-known-yet' | { publicPart: string };

interface CutInWordsProps {
  id: string;
  html: string;
  cut: AutomaticCut;
  /** Whether the text is shown as HTML, where the marker is a comment and no line. */
  isSource: boolean;
}

export function CutInWords({ id, html, cut, isSource }: CutInWordsProps) {
  return (
    <Typography id={id} variant="body2" color="textSecondary">
      {cutInWords(html, cut, isSource)}
    </Typography>
  );
}

const longestEnd = 60;

function cutInWords(html: string, cut: AutomaticCut, isSource: boolean): string {
  if (cut === 'nowhere') return 'Everybody reads the whole text: its gate is public.';
  if (/<!--\s*paywall\s*-->/i.test(html)) {
    if (isSource) return 'What stands before the comment <!--paywall--> is for everybody.';
    return 'What stands above the dashed line is for everybody. Drag the line, or move it with its arrows or Alt+Shift+↑ and ↓.';
  }
  if (cut === 'not-known-yet') {
    return 'No marker is set: the wall comes by itself after the first paragraphs. You see where once it is saved.';
  }
  const shown = wordsIn(readHtml(cut.publicPart));
  if (shown === '') {
    return 'No marker is set. Nothing but the standfirst is shown before the wall, as it was saved last.';
  }
  const words = countOf(shown.split(' ').length, 'word');
  const end =
    shown.length > longestEnd ? `… ${shown.slice(-longestEnd).replace(/^\S*\s/, '')}` : shown;
  return `No marker is set: as it was saved last, the wall comes by itself after ${words}, behind “${end}”`;
}
