/** Changes to keys, API roles and people through the admin API, each known to what judges requests. */
import { type BulkResult, type IssuedKey, type Key, type Role } from '../../contracts';
import { bodyOf, type ChangingNodes, modelKey, type Person } from './changing-nodes';
import { type ModelKey } from './judged-requests';
import { type KeyState, type ModelRole } from './key-model';
import { changeAll } from './timeline';

const DEAD_TOKENS = 2;

/** How many there were of each; those of the first line are what a run is measured by. */
export const noChanges = () => ({
  ...{ regenerated: 0, revoked: 0, 'revoked in bulk': 0, 'roles swapped': 0, 'role changed': 0 },
  ...{ created: 0, deleted: 0, 'deleted in bulk': 0, expired: 0, 'owner stopped or let in': 0 },
});

export type ChangeCounts = ReturnType<typeof noChanges>;

/** Revocations, regenerations and role changes. */
export const measured = (counts: ChangeCounts): number =>
  counts.regenerated +
  counts.revoked +
  counts['revoked in bulk'] +
  counts['roles swapped'] +
  counts['role changed'];

export const keyChanges = (app: ChangingNodes) => {
  const counts = noChanges();

  const edit = async (key: ModelKey, changes: Partial<KeyState>, body: object) => {
    await key.state.change({ ...key.state.latest, ...changes }, async () => {
      const sent = { ...body, revision: key.revision };
      const answer = await app.admin()(`/keys/${key.id}`, 'PUT', sent);
      key.revision = (bodyOf(answer, 'An edit') as { data: Key }).data.revision;
    });
  };

  const endMany = async (keys: readonly ModelKey[], end: 'revoked' | 'deleted', path: string) => {
    const ended = keys.map(({ state }) => [state, { ...state.latest, end }] as const);
    await changeAll(ended, async () => {
      const answer = await app.admin()(path, 'POST', { ids: keys.map(({ id }) => id) });
      const { done } = (bodyOf(answer, path) as { data: BulkResult }).data;
      if (done.length !== keys.length) throw new Error(`${path} left keys as they were.`);
    });
  };

  return {
    counts,

    async create(role: ModelRole, name: string): Promise<ModelKey> {
      const body = { name, expiresAt: null, roles: [role.id] };
      const answer = await app.admin()('/keys', 'POST', body);
      const { data, token } = bodyOf(answer, 'A creation') as IssuedKey;
      const key = modelKey(data, token, [role]);
      app.keys.push(key);
      counts.created += 1;
      return key;
    },

    async regenerate(key: ModelKey): Promise<void> {
      const renewed: KeyState = { ...key.state.latest, token: null, expiresAt: null };
      await key.state.change(renewed, async () => {
        const body = { expiresAt: null, revision: key.revision };
        const answer = await app.admin()(`/keys/${key.id}/regenerate`, 'POST', body);
        const { data, token } = bodyOf(answer, 'A regeneration') as IssuedKey;
        key.revision = data.revision;
        renewed.token = token;
      });
      key.dead.unshift(key.token);
      key.dead.splice(DEAD_TOKENS);
      key.token = renewed.token ?? '';
      counts.regenerated += 1;
    },

    async swapRoles(key: ModelKey, roles: readonly ModelRole[]): Promise<void> {
      await edit(key, { roles }, { roles: roles.map(({ id }) => id) });
      counts['roles swapped'] += 1;
    },

    /** @param expiresAt - Epoch milliseconds, still to come. */
    async expire(key: ModelKey, expiresAt: number): Promise<void> {
      await edit(key, { expiresAt }, { expiresAt: new Date(expiresAt).toISOString() });
      counts.expired += 1;
    },

    async revoke(key: ModelKey): Promise<void> {
      await key.state.change({ ...key.state.latest, end: 'revoked' }, async () => {
        const body = { revision: key.revision };
        bodyOf(await app.admin()(`/keys/${key.id}/revoke`, 'POST', body), 'A revocation');
      });
      counts.revoked += 1;
    },

    async delete(key: ModelKey): Promise<void> {
      await key.state.change({ ...key.state.latest, end: 'deleted' }, async () => {
        bodyOf(await app.admin()(`/keys/${key.id}`, 'DELETE'), 'A deletion');
      });
      counts.deleted += 1;
    },

    async revokeMany(keys: readonly ModelKey[]): Promise<void> {
      await endMany(keys, 'revoked', '/keys/bulk-revoke');
      counts['revoked in bulk'] += keys.length;
    },

    async deleteMany(keys: readonly ModelKey[]): Promise<void> {
      await endMany(keys, 'deleted', '/keys/bulk-delete');
      counts['deleted in bulk'] += keys.length;
    },

    async changeRole(role: ModelRole, permissions: readonly string[]): Promise<void> {
      await role.permissions.change(permissions, async () => {
        const body = { permissions, revision: role.revision };
        const answer = await app.admin()(`/roles/${role.id}`, 'PUT', body);
        role.revision = (bodyOf(answer, 'A change of a role') as { data: Role }).data.revision;
      });
      counts['role changed'] += 1;
    },

    /** Blocks or deactivates the owner of personal tokens, or lets that person in again. */
    async toggle({ tokens, setStopped }: Person): Promise<void> {
      const isStopped = tokens.every(({ state }) => !state.latest.isSuspended);
      const next = { isSuspended: isStopped };
      await changeAll(
        tokens.map(({ state }) => [state, { ...state.latest, ...next }] as const),
        () => setStopped(isStopped),
      );
      counts['owner stopped or let in'] += 1;
    },
  };
};

export type KeyChanges = ReturnType<typeof keyChanges>;
