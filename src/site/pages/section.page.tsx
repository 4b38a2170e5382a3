/** Everything one section has printed, newest first. */

import { useLanguage, usePublication } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { LeafProps, NamedLink } from '../page-props.js';
import { Leaf } from '../parts/leaf.js';

export interface SectionPageProps {
  frame: PageFrame;
  section: NamedLink;
  leaf: LeafProps;
}

export function SectionPage({ frame, section, leaf }: SectionPageProps) {
  const { words } = useLanguage();
  const { name } = usePublication();
  return (
    <Leaf
      frame={frame}
      leaf={leaf}
      title={section.name}
      description={words.section.description(section.name, name)}
      section={section.slug}
    >
      <h1 class="page-title">{section.name}</h1>
    </Leaf>
  );
}
