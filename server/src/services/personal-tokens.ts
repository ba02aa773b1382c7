import type { Core } from '@strapi/strapi';
import {
  createMyTokenBody,
  regenerateKeyBody,
  type CreateMyTokenInput,
  type IssuedKey,
  type IssuedMyToken,
  type MyToken,
  type MyTokenRules,
  type RegenerateKeyInput,
} from '../../../contracts';
import { expiryOnIssue } from '../domain/expiry';
import type { Actor } from './actor';
import type { Owner } from './credentials';
import { getService } from './get-service';
import { requireClearText, requireCurrent } from './key-guards';
import { issueKey } from './keys/create';
import { deleteKey } from './keys/delete';
import { renewSecret } from './keys/regenerate';
import { instantOf } from './keys/shared';
import { parseInput } from './parse-input';
import { countHeld, lockOwner, readOwn, readOwned, viewOwn } from './personal-token-rows';
import {
  chooseRoles,
  readRules,
  requireRenewable,
  requireRoom,
  viewRules,
} from './personal-token-rules';

export interface PersonalTokenOptions {
  /** On whose behalf: the owner's own. */
  readonly actor: Actor;
}

/**
 * Personal tokens: each owned by one person, who alone sees and manages them; another's id, or that
 * of an organisation's key, is not found. They have no author, so nobody else gets their notices,
 * and naming rules of admin roles do not hold for them. What a person has made goes on working when
 * that person may no longer make any: it ends with its expiry, with the account, or when somebody
 * who may revokes it.
 *
 * Every method throws `ApiAccessError` with a stable code for what it refuses.
 */
export const createPersonalTokens = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();
  const currentSettings = async () => (await getService(strapi, 'settings').current()).settings;

  const told = async (owner: Owner, { data, token }: IssuedKey): Promise<IssuedMyToken> => ({
    data: viewOwn(strapi, await readOwn(strapi, owner, data.id)),
    token,
  });

  return {
    /** A person's tokens, the newest first, and what holds for a further one. */
    async list(owner: Owner): Promise<{ data: MyToken[]; meta: { rules: MyTokenRules } }> {
      const rules = await readRules(strapi, await currentSettings());
      const tokens = await readOwned(strapi, owner);
      const held = tokens.filter(({ credential }) => credential.revokedAt === null).length;
      return {
        data: tokens.map((token) => viewOwn(strapi, token)),
        meta: { rules: viewRules(rules, held) },
      };
    },

    /** A new token, with its clear text: the only time that it is told. */
    async create(
      owner: Owner,
      input: CreateMyTokenInput,
      { actor }: PersonalTokenOptions,
    ): Promise<IssuedMyToken> {
      const body = parseInput(createMyTokenBody, input);
      const settings = await currentSettings();
      requireClearText(settings, actor);
      const rules = await readRules(strapi, settings);
      requireRoom(rules, await countHeld(strapi, owner));
      const issuedAt = now();
      const issued = await issueKey(
        strapi,
        {
          name: body.name,
          description: null,
          roles: chooseRoles(rules, body.roles),
          tags: [],
          technicalOwner: null,
          networks: [],
          rateLimit: null,
          issuedAt,
          expiresAt: expiryOnIssue(instantOf(body.expiresAt), issuedAt, rules.expiry),
          owner,
          author: null,
          replaces: null,
        },
        actor,
        async (trx) => {
          // Counted again by one at a time: who asks twice at once gets no more than is allowed.
          await lockOwner(strapi, owner, trx);
          requireRoom(rules, await countHeld(strapi, owner, trx));
        },
      );
      return told(owner, issued);
    },

    /** A new secret in the same token; the old one is dead with the commit. */
    async regenerate(
      owner: Owner,
      id: string,
      input: RegenerateKeyInput,
      { actor }: PersonalTokenOptions,
    ): Promise<IssuedMyToken> {
      const body = parseInput(regenerateKeyBody, input);
      const settings = await currentSettings();
      requireClearText(settings, actor);
      const token = await readOwn(strapi, owner, id);
      requireCurrent(token, body.revision);
      const rules = await readRules(strapi, settings);
      requireRenewable(rules, token.row.roles);
      const issuedAt = now();
      const expiresAt = expiryOnIssue(instantOf(body.expiresAt), issuedAt, rules.expiry);
      return told(owner, await renewSecret(strapi, token, { issuedAt, expiresAt }, actor));
    },

    /** Removes a token and all that is counted of it; it is refused at once. */
    async delete(owner: Owner, id: string, { actor }: PersonalTokenOptions): Promise<MyToken> {
      const token = await readOwn(strapi, owner, id);
      await deleteKey(strapi, token, actor);
      return viewOwn(strapi, token);
    },
  };
};

export type PersonalTokens = ReturnType<typeof createPersonalTokens>;
