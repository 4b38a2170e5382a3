/** The articles room. */
import { Module } from '@nestjs/common';
import { ArticleDeskRepository } from './desk/article-desk.repository.js';
import { ArticleInHand } from './desk/article-in-hand.service.js';
import { ArticlePublishing } from './desk/article-publishing.service.js';
import { ArticleDeskService } from './desk/article-desk.service.js';
import { ArticleIndexRepository } from './article-index.repository.js';
import { ArticleDrafting } from './desk/article-drafting.service.js';
import { ArticleListing } from './article-listing.service.js';
import { ArticleReferences } from './desk/article-references.service.js';
import { ArticleSearchController } from './search/article-search.controller.js';
import { ArticleSearchRepository } from './search/article-search.repository.js';
import { ArticleSearch } from './search/article-search.service.js';
import { ArticleTextRepository } from './text/article-text.repository.js';
import { ArticleRepository } from './article.repository.js';
import { ArticleRevisions } from './revisions/article-revisions.service.js';
import { ArticlesController } from './articles.controller.js';
import { ArticleTagging } from './desk/article-tagging.service.js';
import { AuthorDesk } from './desk/author-desk.service.js';
import { AuthorRepository } from './author.repository.js';
import { DeskSearchRepository } from './desk/desk-search.repository.js';
import { DeskSearch } from './desk/desk-search.service.js';
import { FormerSlugDesk } from './desk/former-slug-desk.service.js';
import { FormerSlugRepository } from './former-slug.repository.js';
import { GateDefaultDesk } from './desk/gate-default-desk.service.js';
import { GateDefaultRepository } from './desk/gate-default.repository.js';
import { NamesInPrint } from './names-in-print.repository.js';
import { PublicationTimer } from './desk/publication-timer.service.js';
import { PublishArticleJob } from './desk/publish-article.job.js';
import { PublishWhatIsDueJob } from './desk/publish-what-is-due.job.js';
import { RevisionRepository } from './revisions/revision.repository.js';
import { SectionDesk } from './desk/section-desk.service.js';
import { SectionRepository } from './section.repository.js';
import { TagDeskRepository } from './desk/tag-desk.repository.js';
import { TagDesk } from './desk/tag-desk.service.js';
import { TagRepository } from './tag.repository.js';

@Module({
  controllers: [ArticlesController, ArticleSearchController],
  providers: [
    ArticleRepository,
    ArticleDeskRepository,
    ArticleTextRepository,
    SectionRepository,
    AuthorRepository,
    TagRepository,
    ArticleReferences,
    ArticleDrafting,
    ArticleInHand,
    ArticleDeskService,
    ArticlePublishing,
    PublicationTimer,
    PublishArticleJob,
    PublishWhatIsDueJob,
    DeskSearch,
    DeskSearchRepository,
    FormerSlugRepository,
    FormerSlugDesk,
    ArticleListing,
    ArticleRevisions,
    ArticleTagging,
    RevisionRepository,
    GateDefaultRepository,
    GateDefaultDesk,
    ArticleSearch,
    ArticleSearchRepository,
    ArticleIndexRepository,
    NamesInPrint,
    SectionDesk,
    AuthorDesk,
    TagDesk,
    TagDeskRepository,
  ],
  exports: [
    ArticleRepository,
    ArticleDeskRepository,
    ArticleDeskService,
    ArticlePublishing,
    PublicationTimer,
    DeskSearch,
    FormerSlugRepository,
    FormerSlugDesk,
    ArticleListing,
    ArticleRevisions,
    ArticleTagging,
    GateDefaultDesk,
    ArticleSearch,
    ArticleIndexRepository,
    NamesInPrint,
    SectionDesk,
    AuthorDesk,
    TagDesk,
  ],
})
export class ArticlesModule {}
