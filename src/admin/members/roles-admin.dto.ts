/** What an admin sends to change somebody's roles. */
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import type { Role } from '../../users/reader.js';

const roles = ['author', 'editor', 'admin'] as const satisfies readonly Role[];

export class RolesRequest {
  /** All that she is from now on; empty for a reader. */
  @ApiProperty({ enum: roles, isArray: true })
  @IsArray()
  @ArrayMaxSize(roles.length)
  @ArrayUnique()
  @IsIn(roles, { each: true })
  roles: Role[];
}
