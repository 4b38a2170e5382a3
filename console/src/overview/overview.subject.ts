/** The overview: how the publication stands, at one glance. */
import DashboardOutlined from '@mui/icons-material/DashboardOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const overview: Subject = {
  permission: 'revenue.read',
  pages: [{ path: '/', page: lazy(() => import('./overview-page.js')) }],
  menu: [{ group: 'Overview', label: 'Overview', icon: DashboardOutlined, to: '/' }],
};
