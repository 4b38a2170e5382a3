/** Search: the question, and what was found in what everybody may see. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { ArticleCardProps } from '../page-props.js';
import { ArticleList } from '../parts/article-list.js';
import { Layout } from '../parts/layout.js';
import { SearchForm } from '../parts/search-form.js';

export interface SearchPageProps {
  frame: PageFrame;
  /** Empty before anything was asked. */
  words: string;
  cards: ArticleCardProps[];
  /** Where the list goes on; null on its last page. */
  older: string | null;
}

export function SearchPage({ frame, words: asked, cards, older }: SearchPageProps) {
  const { search } = useLanguage().words;
  const title = asked === '' ? search.title : search.titleOf(asked);
  return (
    <Layout frame={frame} title={title} unlisted>
      <h1 class="page-title">{search.title}</h1>
      <SearchForm asked={asked} />
      {asked !== '' && cards.length === 0 ? (
        <div class="empty">
          <p>{search.nothing(asked)}</p>
          <p>{search.whereWeLook}</p>
        </div>
      ) : null}
      <ArticleList cards={cards} older={older} newer={null} />
    </Layout>
  );
}
