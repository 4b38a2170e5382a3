/** Names what a staff route demands. */
import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { ACCESS_EXTENSION } from '../../platform/http/access.decorators.js';
import type { Permission } from './permissions.rules.js';

export const REQUIRED_PERMISSION = 'broadsheet:permission';

/** Only for a signed-in member of staff whose role grants this; 403 for anybody else. */
export const RequiresPermission = (permission: Permission) =>
  applyDecorators(
    SetMetadata(REQUIRED_PERMISSION, permission),
    ApiExtension(ACCESS_EXTENSION, `permission ${permission}`),
  );
