/** The articles: written, put before readers, and found again. */
import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const articles: Subject = {
  permission: 'articles.write',
  resource: {
    name: 'articles',
    list: lazy(() => import('./list/article-list.js')),
    create: lazy(() => import('./page/article-create.js')),
    edit: lazy(() => import('./page/article-page.js')),
    titleOf: ({ title }) => String(title),
  },
  menu: [{ group: 'Newsroom', label: 'Articles', icon: ArticleOutlined }],
};
