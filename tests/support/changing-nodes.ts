/** Three nodes with keys, API roles and people, all made ready to be changed while they are asked. */
import type { Knex } from 'knex';

import { type IssuedMyToken, type Role } from '../../contracts';
import { FIRST_ADMIN } from './accounts';
import { type Answer, ARTICLE_FIND, bearer, CATEGORY_FIND, send } from './consumers';
import { type FreshDatabase, freshDatabase } from './database-servers';
import { type ModelKey } from './judged-requests';
import { type KeyState, type ModelRole } from './key-model';
import { copyWithTokens } from './many-keys';
import { startThreeNodes } from './nodes';
import { adminWith } from './panel-admins';
import { lastingAdmin, lastingAdminToken, type RemoteAdmin, remoteAdminAs } from './remote-admin';
import { allowEndUsers, asEndUser, MANAGE_TOKENS, signUpAt } from './remote-end-user';
import { saveRulesAt } from './rules';
import { timelineOf } from './timeline';

const CHANGING_ROLES = 6;
const POOL_MAX = '8';
/** A machine that does other things is slow, which is no refusal. */
const PATIENT_MS = 15_000;
const ACTIVE_KEYS = 200;
const BOTH = [ARTICLE_FIND, CATEGORY_FIND];

/** The body of an answer that has to be a success. */
export const bodyOf = ({ status, body }: Answer, what: string): unknown => {
  if (status >= 300) throw new Error(`${what} answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

interface KeyFacts {
  readonly id: string;
  readonly accessId: string;
  readonly revision: number;
}

export const modelKey = (
  { id, accessId, revision }: KeyFacts,
  token: string,
  roles: readonly ModelRole[],
): ModelKey => {
  const state: KeyState = { token, end: null, expiresAt: null, isSuspended: false, roles };
  const counted = { allowed: 0, denied: 0 };
  return { id, accessId, revision, token, dead: [], state: timelineOf(state), counted };
};

/** Somebody with tokens of their own, whom an admin can stop and let in again. */
export interface Person {
  readonly tokens: readonly ModelKey[];
  readonly setStopped: (isStopped: boolean) => Promise<unknown>;
}

const makeRole = async (admin: RemoteAdmin, name: string): Promise<ModelRole> => {
  const answer = await admin('/roles', 'POST', { name, kind: 'custom', permissions: BOTH });
  const { id, code, revision } = (bodyOf(answer, name) as { data: Role }).data;
  return { id, code, revision, permissions: timelineOf<readonly string[]>(BOTH) };
};

const tokensOf = (person: RemoteAdmin, steady: ModelRole): Promise<ModelKey[]> =>
  Promise.all(
    [1, 2].map(async (number) => {
      const answer = await person('/my/tokens', 'POST', { name: `Own ${number}` });
      const { data, token } = bodyOf(answer, 'A personal token') as IssuedMyToken;
      return modelKey(data, token, [steady]);
    }),
  );

/** An admin and an end user. */
const makePeople = async (url: string, db: Knex, steady: ModelRole): Promise<Person[]> => {
  const token = lastingAdminToken(url);
  const put = async (path: string, body: object) =>
    bodyOf(await send(`${url}${path}`, bearer(await token()), { method: 'PUT', body }), path);
  const held = await adminWith(url, FIRST_ADMIN, 'Hella', ['personal']);
  const admin = await db('admin_users').where({ email: held.email }).first<{ id: number }>('id');
  await allowEndUsers(url, [...BOTH, ...MANAGE_TOKENS]);
  const eve = await signUpAt(url, 'eve');
  const user = await db('up_users')
    .where({ username: eve.name })
    .first<{ document_id: string }>('document_id');
  const users = '/content-manager/collection-types/plugin::users-permissions.user';
  return [
    {
      tokens: await tokensOf(await remoteAdminAs(url, held), steady),
      setStopped: (isStopped) => put(`/admin/users/${admin.id}`, { isActive: !isStopped }),
    },
    {
      tokens: await tokensOf(asEndUser(eve)(url), steady),
      setStopped: (blocked) => put(`${users}/${user.document_id}`, { blocked }),
    },
  ];
};

const startOn = async (database: FreshDatabase, db: Knex) => {
  // What is seen does not hang on it, and no change waits for a disk that others write to as well.
  await db.raw('alter database ?? set synchronous_commit to off', [database.env.DATABASE_NAME]);
  const nodes = await startThreeNodes(database, {
    apiAccess: { verifyTimeoutMs: PATIENT_MS },
    env: { DATABASE_POOL_MAX: POOL_MAX },
  });
  const [{ url, admin }] = nodes;
  const admins = nodes.map((node) => lastingAdmin(node.url));
  const steady = await makeRole(admin, 'Steady');
  const roles: ModelRole[] = [];
  for (let at = 1; at <= CHANGING_ROLES; at += 1) roles.push(await makeRole(admin, `Role ${at}`));
  for (const role of [steady, ...roles])
    bodyOf(
      await admin('/keys', 'POST', { name: role.code, expiresAt: null, roles: [role.id] }),
      role.code,
    );
  const own = { maxTokens: 10, maxDays: null, roles: [steady.id], defaultRoles: [steady.id] };
  await saveRulesAt(admin, { personalTokens: own });
  /** All organisation's keys that were ever made. */
  const keys: ModelKey[] = [];
  const makeKeys = async (role: ModelRole, count: number): Promise<ModelKey[]> => {
    const copies = await copyWithTokens(db, role.code, count);
    const made = copies.map((copy) => modelKey({ ...copy, revision: 0 }, copy.token, [role]));
    keys.push(...made);
    return made;
  };
  const followers: [ModelRole, ModelKey][] = [];
  for (const role of roles) for (const key of await makeKeys(role, 1)) followers.push([role, key]);
  let stock: ModelKey[] = [];
  let asked = 0;

  return {
    urls: nodes.map((node) => node.url),
    db,
    steady,
    roles,
    keys,
    people: await makePeople(url, db, steady),
    makeKeys,

    /** Nothing is done to them by anybody. */
    untouched: await makeKeys(steady, 20),
    /** For each of the changing roles, one whose role alone changes. */
    followers,

    /** A key that nothing has been done to. */
    async takeKey(): Promise<ModelKey> {
      if (stock.length === 0) {
        const each = Math.ceil(ACTIVE_KEYS / roles.length);
        for (const role of roles) stock.push(...(await makeKeys(role, each)));
        stock = stock.sort(() => Math.random() - 0.5);
      }
      return stock.pop() ?? this.takeKey();
    },

    /** The first admin, at each node in its turn. */
    admin(): RemoteAdmin {
      asked += 1;
      return admins[asked % admins.length] ?? admin;
    },

    /** The errors that the nodes have logged. */
    errors: () =>
      nodes.flatMap(({ output }) =>
        output()
          .split('\n')
          .filter((line) => line.includes('error:')),
      ),

    /** Ends the nodes as a deployment does; what they had still to write is written by then. */
    async stopNodes(): Promise<void> {
      await Promise.all(nodes.map((node) => node.stop()));
    },

    async drop(): Promise<void> {
      await this.stopNodes();
      await db.destroy();
      await database.drop();
    },
  };
};

export const startChangingNodes = async () => {
  const database = await freshDatabase('postgres');
  const db = database.connect();
  try {
    return await startOn(database, db);
  } catch (error) {
    await db.destroy();
    await database.drop();
    throw error;
  }
};

export type ChangingNodes = Awaited<ReturnType<typeof startChangingNodes>>;
