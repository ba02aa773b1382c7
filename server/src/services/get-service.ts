import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../../contracts';
import type { services } from './index';

type Services = { readonly [K in keyof typeof services]: ReturnType<(typeof services)[K]> };

/** By no literal type: under that, an app is offered those services alone that are for its code. */
const ANY_SERVICE: string = PLUGIN_ID;

/** A service of the plugin, with its type. Strapi makes each once for each instance of itself. */
export const getService = <K extends keyof Services>(strapi: Core.Strapi, name: K): Services[K] =>
  strapi.plugin(ANY_SERVICE).service(name);

/** For what each request needs: looked up at its first use alone, not in Strapi's registries each time. */
export const serviceOnce = <K extends keyof Services>(
  strapi: Core.Strapi,
  name: K,
): (() => Services[K]) => {
  let found: Services[K] | undefined;
  return () => (found ??= getService(strapi, name));
};
