/** What came in, from the books. */
import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const revenue: Subject = {
  permission: 'revenue.read',
  pages: [{ path: '/revenue', page: lazy(() => import('./revenue-page.js')) }],
  menu: [{ group: 'Selling', label: 'Revenue', icon: AccountBalanceOutlined, to: '/revenue' }],
};
