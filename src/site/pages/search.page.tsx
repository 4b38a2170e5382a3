/** Search: the question, and what was found in what everybody may see. */

import { useLanguage } from '../language.js';
import type { ArticleCardProps, PageFrame } from '../page-props.js';
import { ArticleList } from '../parts/article-list.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';

export interface SearchPageProps {
  frame: PageFrame;
  /** Empty before anything was asked. */
  words: string;
  cards: ArticleCardProps[];
  /** Where the list goes on; null on its last page. */
  older: string | null;
}

export function SearchPage({ frame, words: asked, cards, older }: SearchPageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.search.title} unlisted>
      <h1 class="page-title">{words.search.title}</h1>
      <form action={paths.search} method="get" role="search">
        <div class="field">
          <label for="q">{words.search.label}</label>
          <input
            id="q"
            name="q"
            type="search"
            value={asked}
            maxlength={200}
            autocomplete="off"
            required
          />
        </div>
        <button class="button" type="submit">
          {words.search.submit}
        </button>
      </form>
      {asked !== '' && cards.length === 0 ? (
        <p class="empty">{words.search.nothing(asked)}</p>
      ) : null}
      <ArticleList cards={cards} older={older} />
    </Layout>
  );
}
