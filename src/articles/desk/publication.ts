/** The job that publishes a scheduled article, by name. */

export const PUBLISH_ARTICLE = 'publish-article';

/** What it carries: whether and when the article is to appear, the article itself says. */
export interface Publication {
  articleId: string;
}
