import type { Core } from '@strapi/strapi';
import { TAG_UID, type ActivitySubject } from '../../../contracts';
import { nameKeyOf } from '../domain/names';
import { getService } from './get-service';
import type { Told } from './activity';

/** A tag as the content type holds it. */
export interface TagRow {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly createdAt: string;
}

/** A tag as entries of the activity name it. */
export const tagSubject = ({ documentId, name }: TagRow): ActivitySubject => ({
  type: 'tag',
  id: documentId,
  name,
  accessId: null,
});

/** Makes a tag, by itself or on the fly for a key, and keeps that it was made. */
export const createTag = async (
  strapi: Core.Strapi,
  name: string,
  { actor, trx }: Told,
): Promise<TagRow> => {
  const row = (await strapi.db
    .query(TAG_UID)
    .create({ data: { name, nameKey: nameKeyOf(name) } })) as TagRow;
  await getService(strapi, 'activity').record(
    { kind: 'tag.created', actor, subject: tagSubject(row) },
    trx,
  );
  return row;
};
