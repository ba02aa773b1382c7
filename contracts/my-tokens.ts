import { z } from 'zod';
import { dataOf, documentId, idParams, instant, line } from './common';
import { endpoint } from './endpoint';
import { expiryPolicy } from './key-policy';
import { keyStatus, regenerateKeyBody } from './keys';
import { MY_TOKEN_PATHS } from './my-token-paths';

const namedRole = z.object({ id: documentId, name: z.string() });

/** A personal token as its owner sees it. */
export const myToken = z.object({
  id: documentId,
  name: z.string(),
  accessId: z.string(),
  displayId: z.string(),
  hint: z.string(),
  status: keyStatus,
  roles: z.array(namedRole),
  createdAt: instant,
  issuedAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  revision: z.number().int(),
});
export type MyToken = z.infer<typeof myToken>;

/** What the owner may do here, so that the page offers nothing that would be refused. */
export const myTokenRules = z.object({
  maxTokens: z.number(),
  expiry: expiryPolicy,
  /** API roles that may be chosen; the preselected ones first. */
  roles: z.array(namedRole.extend({ isDefault: z.boolean() })),
  /** Why no token can be made at this moment; `null` where one can. */
  closed: z.enum(['personal_tokens_closed', 'token_limit_reached']).nullable(),
});
export type MyTokenRules = z.infer<typeof myTokenRules>;

export const createMyTokenBody = z.strictObject({
  name: line('The name', 100),
  expiresAt: instant.nullable().optional(),
  /** The default ones where absent. */
  roles: z.array(documentId).max(50).optional(),
});
export type CreateMyTokenInput = z.infer<typeof createMyTokenBody>;

const issued = z.object({ data: myToken, token: z.string() });
export type IssuedMyToken = z.infer<typeof issued>;

/** One's own, and nobody else's: another's id answers 404. */
export const myTokenEndpoints = {
  /** Lists one's own tokens, and the rules for them. */
  list: endpoint({
    method: 'GET',
    path: MY_TOKEN_PATHS.all,
    response: z.object({ data: z.array(myToken), meta: z.object({ rules: myTokenRules }) }),
  }),
  /** Creates a personal token, and answers with its clear text: this once. */
  create: endpoint({
    method: 'POST',
    path: MY_TOKEN_PATHS.all,
    status: 201,
    body: createMyTokenBody,
    response: issued,
  }),
  /** Gives a token of one's own a new secret, and answers with it: this once. The old one ends. */
  regenerate: endpoint({
    method: 'POST',
    path: MY_TOKEN_PATHS.regenerate,
    params: idParams,
    body: regenerateKeyBody,
    response: issued,
  }),
  /** Deletes a token of one's own, which ends it. */
  delete: endpoint({
    method: 'DELETE',
    path: MY_TOKEN_PATHS.one,
    params: idParams,
    response: dataOf(myToken),
  }),
};
