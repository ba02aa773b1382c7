import { PLUGIN_ID } from '../../contracts/ids';
import type { RegenerateKeyInput } from '../../contracts/keys';
import { MY_TOKEN_PATHS } from '../../contracts/my-token-paths';
import type {
  CreateMyTokenInput,
  IssuedMyToken,
  MyToken,
  MyTokenRules,
} from '../../contracts/my-tokens';
import { failureOfAnswer, RequestFailed } from './failure';
import type { FetchLike } from './fetch-like';

/** One's own tokens, and what holds for a further one. */
export interface Listed {
  readonly data: readonly MyToken[];
  readonly meta: { readonly rules: MyTokenRules };
}

/** Where requests go, and with what. */
export interface Target {
  /** As the app gives it: with `/api`, with or without a slash at the end. */
  readonly apiUrl: string;
  readonly jwt: string | undefined;
  readonly fetch: FetchLike | undefined;
}

interface Asked {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly id?: string;
  readonly body?: object;
}

const urlOf = ({ apiUrl }: Target, path: string, id = '') =>
  `${apiUrl.replace(/\/+$/, '')}/${PLUGIN_ID}${path.replace(':id', encodeURIComponent(id))}`;

const ask = async <Answer>(
  target: Target,
  path: string,
  { method = 'GET', id, body }: Asked = {},
): Promise<Answer> => {
  const send: FetchLike = target.fetch ?? ((url, init) => fetch(url, init));
  const answer = await send(urlOf(target, path, id), {
    method,
    // A token may lie in no cache, whatever stands between.
    cache: 'no-store',
    headers: {
      Accept: 'application/json',
      ...(target.jwt === undefined ? {} : { Authorization: `Bearer ${target.jwt}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said: unknown = await answer.json().catch(() => null);
  if (!answer.ok || said === null) throw new RequestFailed(failureOfAnswer(answer.status, said));
  return said as Answer;
};

/* Each throws `RequestFailed`, or what `fetch` throws where nobody answers. */

export const listTokens = (target: Target) => ask<Listed>(target, MY_TOKEN_PATHS.all);

export const createToken = (target: Target, body: CreateMyTokenInput) =>
  ask<IssuedMyToken>(target, MY_TOKEN_PATHS.all, { method: 'POST', body });

export const regenerateToken = (target: Target, id: string, body: RegenerateKeyInput) =>
  ask<IssuedMyToken>(target, MY_TOKEN_PATHS.regenerate, { method: 'POST', id, body });

export const deleteToken = (target: Target, id: string) =>
  ask<object>(target, MY_TOKEN_PATHS.one, { method: 'DELETE', id });
