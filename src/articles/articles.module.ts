/** The articles room. */
import { Module } from '@nestjs/common';
import { ArticleDeskRepository } from './article-desk.repository.js';
import { ArticleDeskService } from './article-desk.service.js';
import { ArticleIndexRepository } from './article-index.repository.js';
import { ArticleDrafting } from './article-drafting.service.js';
import { ArticleListing } from './article-listing.service.js';
import { ArticleReferences } from './article-references.service.js';
import { ArticleSearchController } from './article-search.controller.js';
import { ArticleSearchRepository } from './article-search.repository.js';
import { ArticleSearch } from './article-search.service.js';
import { ArticleTextRepository } from './article-text.repository.js';
import { ArticleRepository } from './article.repository.js';
import { ArticlesController } from './articles.controller.js';
import { AuthorDesk } from './author-desk.service.js';
import { AuthorRepository } from './author.repository.js';
import { GateDefaultDesk } from './gate-default-desk.service.js';
import { GateDefaultRepository } from './gate-default.repository.js';
import { SectionDesk } from './section-desk.service.js';
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
