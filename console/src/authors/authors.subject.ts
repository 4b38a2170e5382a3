/** The paper's authors, as articles name them. */
import DriveFileRenameOutline from '@mui/icons-material/DriveFileRenameOutline';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const authors: Subject = {
  permission: 'articles.publish',
  resource: { name: 'authors', list: lazy(() => import('./author-list.js')) },
  menu: [{ group: 'Newsroom', label: 'Authors', icon: DriveFileRenameOutline }],
};
