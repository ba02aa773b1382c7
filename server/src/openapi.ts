import type { Core } from '@strapi/strapi';
import {
  securitySchemes,
  withAlternatives,
  type SecurityRequirement,
} from './domain/security-schemes';
import { pluginConfig } from './services/plugin-config';

/** The part of an app's `config/openapi` that is read and added to (`@strapi/openapi`, security). */
interface OpenapiConfig {
  readonly security?: Readonly<Record<string, object>>;
  readonly globalSecurity?: readonly SecurityRequirement[];
}

/** What Strapi requires where the app says nothing. */
const STRAPI_SECURITY: readonly SecurityRequirement[] = [{ bearerAuth: [] }];

/**
 * Tells of keys in the OpenAPI document that Strapi generates. What the app has set stays: its
 * schemes, also under the names of ours, and its requirements.
 */
export const describeKeys = (strapi: Core.Strapi): void => {
  const config = strapi.config.get<OpenapiConfig | undefined>('openapi') ?? {};
  const schemes = securitySchemes(pluginConfig(strapi).header);
  // The object is made anew: it is the app's module, which a second boot in the process reads again.
  strapi.config.set('openapi', {
    ...config,
    security: { ...schemes, ...config.security },
    globalSecurity: withAlternatives(
      config.globalSecurity ?? STRAPI_SECURITY,
      Object.keys(schemes),
    ),
  });
};
