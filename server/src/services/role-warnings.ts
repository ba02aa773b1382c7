import type { Core } from '@strapi/strapi';
import { POLICIES, ROLE_UID } from '../../../contracts';

interface PolicyUse {
  readonly name?: unknown;
  readonly config?: { readonly roles?: unknown };
}

interface RouteLike {
  readonly method?: string;
  readonly path?: string;
  readonly config?: { readonly policies?: readonly unknown[] };
  readonly routes?: readonly RouteLike[];
}

const routesOf = (routers: unknown): RouteLike[] =>
  Object.values((routers ?? {}) as Record<string, RouteLike>).flatMap((each) => [
    ...(each.routes ?? [each]),
  ]);

const rolesOf = ({ config }: RouteLike): string[] =>
  (config?.policies ?? []).flatMap((use) => {
    const { name, config: wanted } = (use ?? {}) as PolicyUse;
    return name === POLICIES.hasRole && Array.isArray(wanted?.roles)
      ? (wanted.roles as string[])
      : [];
  });

/** Tells the operator of each route that names an API role which does not exist: nobody gets in. */
export const warnOfUnknownRoles = async (strapi: Core.Strapi): Promise<void> => {
  const rows = (await strapi.db.query(ROLE_UID).findMany({ select: ['code'] })) as {
    code: string;
  }[];
  const known = new Set(rows.map(({ code }) => code));
  const routes = [...Object.values(strapi.apis), ...Object.values(strapi.plugins)].flatMap(
    (owner) => routesOf((owner as { routes?: unknown }).routes),
  );
  for (const route of routes) {
    for (const code of rolesOf(route).filter((each) => !known.has(each))) {
      strapi.log.warn(
        `api-access: the route ${route.method ?? ''} ${route.path ?? ''} asks for the API role "${code}", which does not exist.`,
      );
    }
  }
};
