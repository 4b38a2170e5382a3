/** The articles room. */
import { Module } from '@nestjs/common';
import { ArticleDeskRepository } from './desk/article-desk.repository.js';
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
import { ArticlesController } from './articles.controller.js';
import { AuthorDesk } from './desk/author-desk.service.js';
import { AuthorRepository } from './author.repository.js';
import { GateDefaultDesk } from './desk/gate-default-desk.service.js';
import { GateDefaultRepository } from './desk/gate-default.repository.js';
import { SectionDesk } from './desk/section-desk.service.js';
import { SectionRepository } from './section.repository.js';
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
    ArticleDeskService,
    ArticleListing,
    GateDefaultRepository,
    GateDefaultDesk,
    ArticleSearch,
    ArticleSearchRepository,
    ArticleIndexRepository,
    SectionDesk,
    AuthorDesk,
  ],
  exports: [
    ArticleRepository,
    ArticleDeskRepository,
    ArticleDeskService,
    ArticleListing,
    GateDefaultDesk,
    ArticleSearch,
    ArticleIndexRepository,
    SectionDesk,
    AuthorDesk,
  ],
})
export class ArticlesModule {}
