/** Who somebody of the paper is, and everything that she has written, newest first. */

import { useLanguage, usePublication } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { LeafProps, NamedLink } from '../page-props.js';
import { Leaf } from '../parts/leaf.js';

export interface AuthorPageProps {
  frame: PageFrame;
  author: NamedLink & { bio: string | null };
  leaf: LeafProps;
}

export function AuthorPage({ frame, author, leaf }: AuthorPageProps) {
  const { words } = useLanguage();
  const publication = usePublication();
  const { name, bio } = author;
  return (
    <Leaf
      frame={frame}
      leaf={leaf}
      title={name}
      description={bio ?? words.author.description(name, publication.name)}
    >
      <header class="page-opening">
        <p class="kicker">{words.author.kicker}</p>
        <h1 class="page-title">{name}</h1>
        {bio ? <p class="standfirst">{bio}</p> : null}
      </header>
    </Leaf>
  );
}
