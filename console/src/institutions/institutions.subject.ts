/** Institutions: libraries, schools and companies through which people read. */
import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const institutions: Subject = {
  permission: 'members.manage',
  resource: {
    name: 'institutions',
    list: lazy(() => import('./institution-list.js')),
    create: lazy(() => import('./institution-create.js')),
    edit: lazy(() => import('./institution-edit.js')),
    titleOf: ({ name }) => String(name),
  },
  menu: [{ group: 'Members', label: 'Institutions', icon: AccountBalanceOutlined }],
};
