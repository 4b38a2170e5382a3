/** Members: who they are, how they stand, what is done for them, and files of many of them. */
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const members: Subject = {
  permission: 'members.manage',
  resource: {
    name: 'members',
    list: lazy(() => import('./members-list.js')),
    show: lazy(() => import('./member-page.js')),
    titleOf: ({ name, email }) => String(name ?? email),
  },
  pages: [
    { path: '/member-imports', page: lazy(() => import('./imports/imports-page.js')) },
    { path: '/member-imports/:id', page: lazy(() => import('./imports/import-page.js')) },
  ],
  menu: [
    { group: 'Members', label: 'Members', icon: GroupsOutlined },
    { group: 'Members', label: 'Bring members', icon: UploadFileOutlined, to: '/member-imports' },
  ],
};
