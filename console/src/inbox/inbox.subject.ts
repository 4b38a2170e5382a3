/** The inbox: what Stripe has told us, and what became of it. */
import MoveToInboxOutlined from '@mui/icons-material/MoveToInboxOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const inbox: Subject = {
  permission: 'inbox.manage',
  resource: {
    name: 'webhook-events',
    list: lazy(() => import('./inbox-list.js')),
    show: lazy(() => import('./inbox-event.js')),
    titleOf: ({ type }) => String(type),
  },
  menu: [{ group: 'Engine room', label: 'Webhook inbox', icon: MoveToInboxOutlined }],
};
