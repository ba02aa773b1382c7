import { getFetchClient, type QueryArguments } from '@strapi/strapi/admin';
import {
  type CreateKeyInput,
  type IssuedKey,
  keyEndpoints,
  type RegenerateKeyInput,
} from '../../../contracts/keys';
import {
  type CreateMyTokenInput,
  type IssuedMyToken,
  myTokenEndpoints,
} from '../../../contracts/my-tokens';
import { request } from './request';

/*
 * The requests whose answers hold a token go around RTK Query: its store keeps the result of every
 * mutation, and a token may live in the state of one component only.
 */
const issue = async <Issued>({ url, data }: QueryArguments): Promise<Issued> =>
  (await getFetchClient().post<Issued>(url, data)).data;

export const createKey = (body: CreateKeyInput): Promise<IssuedKey> =>
  issue(request(keyEndpoints.create, { body }));

export const regenerateKey = (id: string, body: RegenerateKeyInput): Promise<IssuedKey> =>
  issue(request(keyEndpoints.regenerate, { params: { id }, body }));

export const createMyToken = (body: CreateMyTokenInput): Promise<IssuedMyToken> =>
  issue(request(myTokenEndpoints.create, { body }));

export const regenerateMyToken = (id: string, body: RegenerateKeyInput): Promise<IssuedMyToken> =>
  issue(request(myTokenEndpoints.regenerate, { params: { id }, body }));
