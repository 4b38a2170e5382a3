/** One page of a list of articles: what it is a list of, its articles, and the way to the pages beside it. */

import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { LeafProps } from '../page-props.js';
import { ArticleList } from './article-list.js';
import { Layout } from './layout.js';

interface LeafPageProps {
  frame: PageFrame;
  leaf: LeafProps;
  title: string;
  description: string;
  /** Of which it is the list. */
  section?: string;
  /** The heading. */
  children: ComponentChildren;
}

export function Leaf({ frame, leaf, title, description, section, children }: LeafPageProps) {
  const { words } = useLanguage();
  const { cards, path, older, newer } = leaf;
  const { origin } = frame;
  return (
    <Layout
      frame={frame}
      title={newer === null ? title : words.lists.continued(title)}
      description={description}
      section={section ?? null}
      head={
        <>
          <link rel="canonical" href={`${origin}${path}`} />
          {newer === null ? null : <link rel="prev" href={newer} />}
          {older === null ? null : <link rel="next" href={older} />}
        </>
      }
    >
      {children}
      {cards.length === 0 ? <p class="empty">{words.lists.empty}</p> : null}
      <ArticleList cards={cards} older={older} newer={newer} withSection={section === undefined} />
    </Layout>
  );
}
