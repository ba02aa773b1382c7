import { z } from 'zod';
import {
  dataOf,
  documentId,
  idParams,
  instant,
  line,
  pageOf,
  pageQuery,
  searchText,
} from './common';
import { endpoint } from './endpoint';

/** Tags find and group; they decide nothing. */
export const tag = z.object({
  id: documentId,
  name: z.string(),
  keyCount: z.number(),
  createdAt: instant,
});
export type Tag = z.infer<typeof tag>;

export const tagBody = z.strictObject({ name: line('The name', 50) });
export type TagInput = z.infer<typeof tagBody>;

export const listTagsQuery = z.strictObject({
  ...pageQuery,
  search: searchText,
});
export type ListTagsQuery = z.infer<typeof listTagsQuery>;

export const tagEndpoints = {
  /** Lists tags. */
  list: endpoint({ method: 'GET', path: '/tags', query: listTagsQuery, response: pageOf(tag) }),
  /** Creates a tag. */
  create: endpoint({
    method: 'POST',
    path: '/tags',
    status: 201,
    body: tagBody,
    response: dataOf(tag),
  }),
  /** Reads one tag. */
  read: endpoint({ method: 'GET', path: '/tags/:id', params: idParams, response: dataOf(tag) }),
  /** Renames a tag. */
  update: endpoint({
    method: 'PUT',
    path: '/tags/:id',
    params: idParams,
    body: tagBody,
    response: dataOf(tag),
  }),
  /** Deletes a tag; keys that had it lose it. */
  delete: endpoint({
    method: 'DELETE',
    path: '/tags/:id',
    params: idParams,
    response: dataOf(tag),
  }),
  /** Moves every key of this tag to the tag `into`, and deletes this one. */
  merge: endpoint({
    method: 'POST',
    path: '/tags/:id/merge',
    params: idParams,
    body: z.strictObject({ into: documentId }),
    response: dataOf(tag),
  }),
};
