/** A preview: the article whole, with a line that says that it is none yet. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import { ArticleHead, type ArticleHeadProps } from '../parts/article-head.js';
import { Layout } from '../parts/layout.js';
import { SanitisedHtml, type SanitisedArticleHtml } from '../sanitised-html.js';

export interface PreviewPageProps {
  frame: PageFrame;
  article: ArticleHeadProps & { status: string; expiresAt: Date };
  bodyHtml: SanitisedArticleHtml;
}

export function PreviewPage({ frame, article, bodyHtml }: PreviewPageProps) {
  const { words, format } = useLanguage();
  const { notPublished, published, until } = words.preview;
  return (
    <Layout frame={frame} title={article.title} unlisted>
      <article class="article">
        <p class="note preview-note" role="note">
          <strong>{article.status === 'published' ? published : notPublished}</strong>{' '}
          {until(format.moment(article.expiresAt))}
        </p>
        <ArticleHead article={article} />
        <SanitisedHtml class="prose" html={bodyHtml} />
      </article>
    </Layout>
  );
}
