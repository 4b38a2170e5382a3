/** The field in which readers say what they look for. */

import { LONGEST_QUESTION } from '../../articles/search/article-search.dto.js';
import { useLanguage } from '../language.js';
import { paths } from '../site-paths.js';

export function SearchForm({ asked }: { asked: string }) {
  const { search } = useLanguage().words;
  return (
    <form class="search-form" action={paths.search} method="get" role="search">
      <div class="field">
        <label for="q">{search.label}</label>
        <input
          id="q"
          name="q"
          type="search"
          value={asked}
          maxlength={LONGEST_QUESTION}
          autocomplete="off"
          required
        />
      </div>
      <button class="button" type="submit">
        {search.submit}
      </button>
    </form>
  );
}
