/** Reconciliations: our books compared with Stripe, and what differed. */
import CompareArrowsOutlined from '@mui/icons-material/CompareArrowsOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const reconciliation: Subject = {
  permission: 'inbox.manage',
  resource: {
    name: 'reconcile',
    list: lazy(() => import('./run-list.js')),
    show: lazy(() => import('./run-page.js')),
    titleOf: () => 'Reconciliation',
  },
  menu: [{ group: 'Engine room', label: 'Reconciliation', icon: CompareArrowsOutlined }],
};
