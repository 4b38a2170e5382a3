/** The tags that articles carry. */
import LabelOutlined from '@mui/icons-material/LabelOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const tags: Subject = {
  permission: 'articles.publish',
  resource: { name: 'tags', list: lazy(() => import('./tag-list.js')) },
  menu: [{ group: 'Newsroom', label: 'Tags', icon: LabelOutlined }],
};
