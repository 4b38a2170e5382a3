/** Names what a staff route demands. */
import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permissions.rules.js';

export const REQUIRED_PERMISSION = 'broadsheet:permission';

/** Only for a signed-in member of staff whose role grants this; 403 for anybody else. */
export const RequiresPermission = (permission: Permission) =>
  SetMetadata(REQUIRED_PERMISSION, permission);
