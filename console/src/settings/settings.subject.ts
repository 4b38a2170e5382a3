/** What holds for the whole site: meter, gates, gift links, machines. */
import DoorFrontOutlined from '@mui/icons-material/DoorFrontOutlined';
import RedeemOutlined from '@mui/icons-material/RedeemOutlined';
import SmartToyOutlined from '@mui/icons-material/SmartToyOutlined';
import SpeedOutlined from '@mui/icons-material/SpeedOutlined';
import { lazy } from 'react';
import type { Subject } from '../subject.js';

export const settings: Subject = {
  permission: 'settings.manage',
  pages: [
    { path: '/settings/meter', page: lazy(() => import('./meter-page.js')) },
    { path: '/settings/gates', page: lazy(() => import('./gates-page.js')) },
    { path: '/settings/gifts', page: lazy(() => import('./gifts-page.js')) },
    { path: '/settings/machines', page: lazy(() => import('./machines-page.js')) },
  ],
  menu: [
    { group: 'Settings', label: 'Meter', icon: SpeedOutlined, to: '/settings/meter' },
    { group: 'Settings', label: 'Gates', icon: DoorFrontOutlined, to: '/settings/gates' },
    { group: 'Settings', label: 'Gift links', icon: RedeemOutlined, to: '/settings/gifts' },
    { group: 'Settings', label: 'Machines', icon: SmartToyOutlined, to: '/settings/machines' },
  ],
};
