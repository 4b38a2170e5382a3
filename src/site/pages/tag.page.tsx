/** Everything that carries one tag, newest first, from whichever section. */

import { useLanguage, usePublication } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { LeafProps, NamedLink } from '../page-props.js';
import { Leaf } from '../parts/leaf.js';

export interface TagPageProps {
  frame: PageFrame;
  tag: NamedLink;
  leaf: LeafProps;
}

export function TagPage({ frame, tag, leaf }: TagPageProps) {
  const { words } = useLanguage();
  const { name } = usePublication();
  return (
    <Leaf
      frame={frame}
      leaf={leaf}
      title={tag.name}
      description={words.tag.description(tag.name, name)}
    >
      <header class="page-opening">
        <p class="kicker">{words.tag.kicker}</p>
        <h1 class="page-title">{tag.name}</h1>
      </header>
    </Leaf>
  );
}
