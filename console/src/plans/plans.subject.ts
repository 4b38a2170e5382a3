/** What is for sale: plans, what they promise and what they cost. */
import SellOutlined from '@mui/icons-material/SellOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const plans: Subject = {
  permission: 'plans.manage',
  resource: {
    name: 'plans',
    list: lazy(() => import('./plan-list.js')),
    create: lazy(() => import('./plan-create.js')),
    edit: lazy(() => import('./plan-edit.js')),
    titleOf: ({ name }) => String(name),
  },
  menu: [{ group: 'Selling', label: 'Plans', icon: SellOutlined }],
};
