import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  actionUid,
  type BodyOf,
  type Endpoint,
  type ErrorBody,
  type ParamsOf,
  type QueryOf,
  type ResponseOf,
} from '../../../contracts';
import { ApiAccessError, ERROR_ANSWERS } from '../domain/errors';
import { clientAddress } from '../services/client-address';
import { adminName, type AdminUserRow } from '../services/admin-name';
import type { Actor } from '../services/actor';
import { parseInput } from '../services/parse-input';

interface AdminState {
  readonly user?: AdminUserRow & { readonly roles?: readonly { readonly id: number }[] };
  readonly userAbility?: { can(action: string): boolean };
  readonly auth?: { readonly strategy?: { readonly name?: string } };
}

/** Strapi's strategy for admin API tokens: programs, who are not shown a key's clear text. */
const ADMIN_TOKEN = 'admin-token';

/** Who asks, as Strapi has authenticated them. */
export const actorOf = (ctx: Context): Actor => {
  const { user, userAbility, auth } = ctx.state as AdminState;
  const isToken = auth?.strategy?.name === ADMIN_TOKEN;
  return {
    kind: isToken ? 'admin-token' : 'admin',
    user:
      user === undefined
        ? null
        : {
            id: user.id,
            documentId: user.documentId,
            name: adminName(user),
            roleIds: (user.roles ?? []).map(({ id }) => id),
          },
    address: clientAddress(ctx),
    mayReceiveClearText: !isToken,
    can: (action) => userAbility?.can(actionUid(action)) === true,
  };
};

/** Koa's router numbers the wildcards of its mount points among the parameters. */
const namedParams = (ctx: Context): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(ctx.params as Record<string, unknown>).filter(([name]) => !/^\d+$/.test(name)),
  );

/** What stands in the path is an address: one that no entry could have is not found. */
const parsedParams = <E extends Endpoint>({ params }: E, ctx: Context): ParamsOf<E> => {
  const result = params.safeParse(namedParams(ctx));
  if (!result.success) throw new ApiAccessError('not_found');
  return result.data as ParamsOf<E>;
};

/** The body of a refusal. */
export const errorBodyOf = (error: ApiAccessError): ErrorBody => {
  const { status, name } = ERROR_ANSWERS[error.code];
  return {
    data: null,
    error: {
      status,
      name,
      message: error.message,
      details: { code: error.code, errors: [...error.issues] },
    },
  };
};

export interface EndpointInput<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly actor: Actor;
}

interface Answer {
  /** The answer holds a token: nobody on the way may keep it. */
  readonly holdsToken?: boolean;
  /** Who asks; an admin where absent. */
  readonly who?: (ctx: Context) => Actor;
}

/**
 * Reads a request with its contract.
 *
 * @throws ApiAccessError `invalid_input`, or `not_found` where the path can be nobody's.
 */
export const inputOf = <E extends Endpoint>(
  contract: E,
  ctx: Context,
  who: (ctx: Context) => Actor = actorOf,
): EndpointInput<E> => {
  // First: who may not ask is not told what is wrong with the question.
  const actor = who(ctx);
  return {
    params: parsedParams(contract, ctx),
    query: parseInput(contract.query, ctx.query) as QueryOf<E>,
    body: parseInput(contract.body, ctx.request.body) as BodyOf<E>,
    actor,
  };
};

/** Runs what answers a request; where the plugin says no, answers with status, code and sentence. */
export const answering = async (ctx: Context, run: () => Promise<void>): Promise<void> => {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ApiAccessError)) throw error;
    ctx.status = ERROR_ANSWERS[error.code].status;
    ctx.body = errorBodyOf(error);
  }
};

/** A controller action: reads the request with its contract, calls the service, answers or says why not. */
export const action =
  <E extends Endpoint>(
    contract: E,
    run: (input: EndpointInput<E>) => Promise<ResponseOf<E>>,
    { holdsToken = false, who }: Answer = {},
  ) =>
  (ctx: Context): Promise<void> =>
    answering(ctx, async () => {
      const body = await run(inputOf(contract, ctx, who));
      if (holdsToken) ctx.set('Cache-Control', 'no-store');
      ctx.status = contract.status;
      ctx.body = body;
    });

/** What Strapi hands to a controller factory. */
export interface ControllerContext {
  readonly strapi: Core.Strapi;
}
