/** The articles room. */
import { Module } from '@nestjs/common';
import { ArticleDeskRepository } from './article-desk.repository.js';
import { ArticleDeskService } from './article-desk.service.js';
import { ArticleListing } from './article-listing.service.js';
import { ArticleReferences } from './article-references.service.js';
import { ArticleTextRepository } from './article-text.repository.js';
import { ArticleRepository } from './article.repository.js';
import { ArticlesController } from './articles.controller.js';
import { AuthorDesk } from './author-desk.service.js';
import { AuthorRepository } from './author.repository.js';
import { SectionDesk } from './section-desk.service.js';
import { SectionRepository } from './section.repository.js';
import { TagRepository } from './tag.repository.js';

@Module({
  controllers: [ArticlesController],
  providers: [
    ArticleRepository,
    ArticleDeskRepository,
    ArticleTextRepository,
    SectionRepository,
    AuthorRepository,
    TagRepository,
    ArticleReferences,
    ArticleDeskService,
    ArticleListing,
    SectionDesk,
    AuthorDesk,
  ],
  exports: [ArticleRepository, ArticleDeskService, ArticleListing, SectionDesk, AuthorDesk],
})
export class ArticlesModule {}
