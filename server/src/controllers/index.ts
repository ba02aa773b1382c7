import { keys } from './keys';
import { permissions } from './permissions';
import { roles } from './roles';
import { tags } from './tags';
import { whoami } from './whoami';

export const controllers = { keys, permissions, roles, tags, whoami };
