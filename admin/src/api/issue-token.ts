import { getFetchClient } from '@strapi/strapi/admin';
import {
  type CreateKeyInput,
  type IssuedKey,
  keyEndpoints,
  type RegenerateKeyInput,
} from '../../../contracts/keys';
import { request } from './request';

/*
 * The two requests whose answers hold a token go around RTK Query: its store keeps the result of
 * every mutation, and a token may live in the state of one component only.
 */

export const createKey = async (body: CreateKeyInput): Promise<IssuedKey> => {
  const { url, data } = request(keyEndpoints.create, { body });
  const answer = await getFetchClient().post<IssuedKey>(url, data);
  return answer.data;
};

export const regenerateKey = async (id: string, body: RegenerateKeyInput): Promise<IssuedKey> => {
  const { url, data } = request(keyEndpoints.regenerate, { params: { id }, body });
  const answer = await getFetchClient().post<IssuedKey>(url, data);
  return answer.data;
};
