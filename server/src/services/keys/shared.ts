import type { Core } from '@strapi/strapi';
import type { Key } from '../../../../contracts';
import { parseInstant, type EpochMs } from '../../domain/units';
import type { Actor } from '../actor';
import { getService } from '../get-service';

/** An instant of an input; `null` and absence mean different things and stay what they are. */
export const instantOf = <T extends null | undefined>(iso: string | T): EpochMs | T =>
  typeof iso === 'string' ? parseInstant(iso) : iso;

/** A key as it stands after a write of the actor's, who may have given it away by that. */
export const viewOf = async (strapi: Core.Strapi, id: string, actor: Actor): Promise<Key> => {
  const reader = getService(strapi, 'key-reader');
  return reader.view(await reader.stored(id), actor);
};
