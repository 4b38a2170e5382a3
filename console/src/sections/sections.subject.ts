/** The sections of the masthead. */
import ViewWeekOutlined from '@mui/icons-material/ViewWeekOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const sections: Subject = {
  permission: 'articles.publish',
  resource: { name: 'sections', list: lazy(() => import('./section-list.js')) },
  menu: [{ group: 'Newsroom', label: 'Sections', icon: ViewWeekOutlined }],
};
