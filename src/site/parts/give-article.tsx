/** Under an article that a member reads: how to give it. */

import { useLanguage } from '../language.js';
import { paths } from '../site-paths.js';

export function GiveArticle({ slug }: { slug: string }) {
  const { giving } = useLanguage().words;
  return (
    <form class="note" method="post" action={paths.giveArticle(slug)}>
      <p>{giving.hint}</p>
      <p class="actions">
        <button class="button button-quiet" type="submit">
          {giving.give}
        </button>
      </p>
    </form>
  );
}
