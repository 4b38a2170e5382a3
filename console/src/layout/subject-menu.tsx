/** The menu: every subject that she may use, in its group. */
import { ListSubheader } from '@mui/material';
import { Fragment } from 'react';
import { Menu, useSidebarState } from 'react-admin';
import { may } from '../auth/permissions.js';
import { useStaff } from '../auth/staff.js';
import { menuGroups, menuOf } from '../subject.js';
import { subjects } from '../subjects.js';

export function SubjectMenu() {
  const { roles } = useStaff();
  const [isOpen] = useSidebarState();
  const entries = subjects.filter(({ permission }) => may(roles, permission)).flatMap(menuOf);
  return (
    <Menu component="nav" aria-label="Desks">
      {menuGroups.map((group) => {
        const own = entries.filter((entry) => entry.group === group);
        if (own.length === 0) return null;
        return (
          <Fragment key={group}>
            {isOpen && group !== 'Overview' && (
              <ListSubheader
                component="div"
                disableSticky
                sx={{ lineHeight: '32px', bgcolor: 'transparent', mt: 1 }}
              >
                {group}
              </ListSubheader>
            )}
            {own.map(({ to, label, icon: Icon }) => (
              <Menu.Item key={to} to={to} primaryText={label} leftIcon={<Icon />} />
            ))}
          </Fragment>
        );
      })}
    </Menu>
  );
}
