/** The ways from the console to the reader's pages. */
import NewspaperOutlined from '@mui/icons-material/NewspaperOutlined';
import ShieldOutlined from '@mui/icons-material/ShieldOutlined';
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import { publication } from '../publication.js';

export function OutwardLinks() {
  return (
    <>
      <MenuItem component="a" href="/">
        <ListItemIcon>
          <NewspaperOutlined fontSize="small" />
        </ListItemIcon>
        <ListItemText>Read {publication.name}</ListItemText>
      </MenuItem>
      <MenuItem component="a" href="/account/security">
        <ListItemIcon>
          <ShieldOutlined fontSize="small" />
        </ListItemIcon>
        <ListItemText>Password and second factor</ListItemText>
      </MenuItem>
    </>
  );
}
