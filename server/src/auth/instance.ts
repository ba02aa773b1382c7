import type { Core } from '@strapi/strapi';
import { createRequests, type Requests } from './requests';
import { createAuthentication, type KeyAuthentication } from './strategy';

interface Instance {
  readonly requests: Requests;
  readonly authentication: KeyAuthentication;
}

const instances = new WeakMap<Core.Strapi, Instance>();

/** Authentication of one Strapi instance; two in one process do not meet. */
export const authOf = (strapi: Core.Strapi): Instance => {
  const found = instances.get(strapi);
  if (found !== undefined) return found;
  const requests = createRequests(strapi);
  const instance = { requests, authentication: createAuthentication(strapi, requests) };
  instances.set(strapi, instance);
  return instance;
};
