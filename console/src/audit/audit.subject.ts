/** The audit: who did what to whom, and what it changed. */
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const audit: Subject = {
  permission: 'audit.read',
  resource: { name: 'audit', list: lazy(() => import('./audit-list.js')) },
  menu: [{ group: 'Engine room', label: 'Audit', icon: HistoryOutlined }],
};
