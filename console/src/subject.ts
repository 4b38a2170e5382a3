/** What the console knows of a subject: where it is found, what it demands, and its pages. */
import type { SvgIconComponent } from '@mui/icons-material';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { Permission } from './auth/permissions.js';

/** In the menu's order. */
export const menuGroups = [
  'Overview',
  'Newsroom',
  'Members',
  'Selling',
  'Settings',
  'Engine room',
] as const;

/** Loaded when it is opened: `lazy(() => import('./audit-list.js'))`. */
type LazyPage = LazyExoticComponent<ComponentType>;

export interface MenuEntry {
  group: (typeof menuGroups)[number];
  label: string;
  icon: SvgIconComponent;
  /** Like `/audit`; left out where it is the list of the subject's resource. */
  to?: string;
}

export interface Subject {
  /** Without it, the subject is neither in the menu nor opened by its address. */
  permission: Permission;
  /** Called like the resource's address below `/api/v1/admin/`; its pages are `/audit`, `/audit/<id>` and so on. */
  resource?: {
    name: string;
    list?: LazyPage;
    create?: LazyPage;
    edit?: LazyPage;
    show?: LazyPage;
    /** What one of them is called in titles and references. */
    titleOf?: (record: Record<string, unknown>) => string;
  };
  /** Pages that are no resource's; their addresses begin with `/`. */
  pages?: readonly { path: string; page: LazyPage }[];
  menu: readonly MenuEntry[];
}

/** The subject's entries, each with where it leads. */
export function menuOf({ resource, menu }: Subject): (MenuEntry & { to: string })[] {
  return menu.map((entry) => ({ ...entry, to: entry.to ?? `/${resource?.name ?? ''}` }));
}
