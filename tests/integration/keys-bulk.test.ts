import { bulkEndpoints, keyEndpoints, MAX_BULK, type Key } from '../../contracts';
import { answerOf, changingNothing, credentialOf, refusalOf } from '../support/admin-api';
import { createAdminWith, type SignedInAdmin } from '../support/admins';
import { makeKey, makeRole, revoke, serviceOf } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { storeUsage } from '../support/stored-usage';

/** A thousand deletions, each of which a server writes to its disk. */
const BULK_MS = 300_000;

const HOUR_MS = 3_600_000;

let playground: Playground;
let adminId: string;

const adminDocumentId = async (id: number): Promise<string> =>
  (
    (await playground.strapi.db.query('admin::user').findOne({ where: { id } })) as {
      documentId: string;
    }
  ).documentId;

const withActions = (name: string, ...actions: string[]): Promise<SignedInAdmin> =>
  createAdminWith(playground, {
    name,
    actions: actions.map((action) => `plugin::api-access.${action}`),
  });

beforeAll(async () => {
  playground = await startPlayground();
  const first = (await playground.strapi.db
    .query('admin::user')
    .findOne({ where: { email: 'ada@example.com' } })) as { documentId: string } | null;
  adminId = first?.documentId ?? (await adminDocumentId(1));
});

afterAll(async () => {
  await playground.stop();
});

const make = async (options: Parameters<typeof makeKey>[1] = {}): Promise<Key> =>
  (await makeKey(playground.strapi, options)).data;

const makeSome = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push((await make()).id);
  return ids;
};

/** Keys with what is stored of another one; making a thousand takes as many argon2. */
const copyMany = async (count: number): Promise<string[]> => {
  const { connection } = playground.strapi.db;
  const { id, accessId } = await make();
  const [key] = (await connection('api_access_keys').where({ document_id: id })) as object[];
  const [credential] = (await connection('api_access_credentials').where({
    access_id: accessId,
  })) as object[];
  const numbers = Array.from({ length: count }, (_, n) => 10_000 + n);
  for (const n of numbers) {
    await connection('api_access_keys').insert({ ...key, id: n, document_id: `many${n}` });
    await connection('api_access_credentials').insert({
      ...credential,
      key_id: n,
      access_id: `Copy${String(n).padStart(8, '0')}`,
      name_key: `copy-${n}`,
    });
  }
  return numbers.map((n) => `many${n}`);
};

/** A personal token, as its owner's row says. */
const makePersonal = async (): Promise<Key> => {
  const key = await make();
  await playground.strapi.db
    .connection('api_access_credentials')
    .where({ access_id: key.accessId })
    .update({ owner_kind: 'admin', owner_id: adminId });
  return key;
};

const read = async (id: string) =>
  (await answerOf(playground.admin, keyEndpoints.read, { id })).data;
const total = async (query: Record<string, unknown>) =>
  (await answerOf(playground.admin, keyEndpoints.list, { query })).meta.pagination.total;

describe('revoking many keys', () => {
  it('revokes each that can be, and says of the others why not', async () => {
    const [one, two] = await makeSome(2);
    const ended = await makeKey(playground.strapi);
    await revoke(playground.strapi, ended);
    const { data } = await answerOf(playground.admin, bulkEndpoints.revoke, {
      body: { ids: [one, ended.data.id, 'nosuchkey', two, one] },
    });

    expect(data.done).toEqual([one, two]);
    expect(data.failed).toEqual([
      expect.objectContaining({ id: ended.data.id, name: ended.data.name, code: 'key_revoked' }),
      expect.objectContaining({ id: 'nosuchkey', name: null, code: 'not_found' }),
    ]);
    for (const { message } of data.failed) expect(message).toMatch(/^\S.*\.$/);
    const after = await read(one ?? '');
    expect([after.status, after.revokedBy]).toEqual(['revoked', 'Ada Admin']);
  });

  it('ends a personal token as well, which nobody but its owner may change', async () => {
    const { id } = await makePersonal();
    await answerOf(playground.admin, bulkEndpoints.revoke, { body: { ids: [id] } });
    expect((await read(id)).status).toBe('revoked');
  });

  it('takes at most so many in one request, and at least one', async () => {
    for (const ids of [[], Array.from({ length: MAX_BULK + 1 }, (_, n) => `key${n}`)]) {
      expect(
        await refusalOf(playground.admin, bulkEndpoints.revoke, { body: { ids } }),
      ).toMatchObject({ status: 400, code: 'invalid_input' });
    }
  });

  it("leaves others' keys alone where somebody may not read them", async () => {
    const blind = await withActions('Rita', 'revoke', 'delete', 'update', 'get-role');
    const ids = await makeSome(2);
    await changingNothing(playground.strapi, async () => {
      for (const endpoint of [bulkEndpoints.revoke, bulkEndpoints.delete, bulkEndpoints.takeOver]) {
        const { data } = await answerOf(blind.agent, endpoint, { body: { ids } });
        expect(data.done).toEqual([]);
        expect(data.failed.map(({ name, code }) => [name, code])).toEqual([
          [null, 'not_found'],
          [null, 'not_found'],
        ]);
      }
    });
  });
});

describe('deleting many keys', () => {
  it(
    'removes a thousand in batches, and nothing of them stays',
    async () => {
      const ids = await copyMany(1000);
      const before = await total({ status: ['active', 'revoked'] });
      for (let at = 0; at < ids.length; at += MAX_BULK) {
        const { data } = await answerOf(playground.admin, bulkEndpoints.delete, {
          body: { ids: ids.slice(at, at + MAX_BULK) },
        });
        expect(data.done).toHaveLength(MAX_BULK);
        expect(data.failed).toEqual([]);
      }
      expect(await total({ status: ['active', 'revoked'] })).toBe(before - 1000);
      const { connection } = playground.strapi.db;
      const [left] = await connection('api_access_credentials').count<{ n: number }[]>({ n: '*' });
      const [keys] = await connection('api_access_keys').count<{ n: number }[]>({ n: '*' });
      expect(left).toEqual(keys);
    },
    BULK_MS,
  );
});

describe('taking keys over', () => {
  it('makes whoever asks their author, or the admin who is named', async () => {
    const tina = await withActions('Tina', 'read', 'update', 'get-role');
    const [id = ''] = await makeSome(1);
    await answerOf(tina.agent, bulkEndpoints.takeOver, { body: { ids: [id] } });
    expect((await read(id)).author?.name).toBe('Tina Tester');
    expect((await read(id)).revision).toBe(1);

    await answerOf(tina.agent, bulkEndpoints.takeOver, { body: { ids: [id], author: adminId } });
    expect((await read(id)).author).toEqual({ id: adminId, name: 'Ada Admin' });
  });

  it('refuses somebody who is no active admin, and changes nothing', async () => {
    const gone = await withActions('Gone', 'read');
    await playground.strapi.db
      .query('admin::user')
      .update({ where: { id: gone.id }, data: { isActive: false } });
    const ids = await makeSome(1);
    for (const author of ['nobody', await adminDocumentId(gone.id)]) {
      const refusal = await changingNothing(playground.strapi, () =>
        refusalOf(playground.admin, bulkEndpoints.takeOver, { body: { ids, author } }),
      );
      expect(refusal).toMatchObject({ status: 400, code: 'unknown_admin' });
    }
  });

  it('needs the right to assign the roles that a key holds, as a new token does', async () => {
    const roleless = await withActions('Rolf', 'read', 'update');
    const { id: role } = await makeRole(playground.strapi);
    const held = await make({ roles: [role] });
    const bare = await make();
    const { data } = await answerOf(roleless.agent, bulkEndpoints.takeOver, {
      body: { ids: [held.id, bare.id] },
    });
    expect(data.done).toEqual([bare.id]);
    expect(data.failed.map(({ id, code }) => [id, code])).toEqual([
      [held.id, 'roles_not_permitted'],
    ]);
  });

  it('does not give away personal tokens, nor keys that have ended', async () => {
    const personal = await makePersonal();
    const ended = await makeKey(playground.strapi);
    await revoke(playground.strapi, ended);
    const { data } = await answerOf(playground.admin, bulkEndpoints.takeOver, {
      body: { ids: [personal.id, ended.data.id] },
    });
    expect(data.failed.map(({ code }) => code)).toEqual(['not_owner', 'key_revoked']);
  });

  it("is there for the app's own code, which names the author", async () => {
    const keys = serviceOf(playground.strapi, 'keys');
    const ids = await makeSome(1);
    await expect(keys.takeOver({ ids })).rejects.toMatchObject({ code: 'unknown_admin' });
    expect((await keys.takeOver({ ids, author: adminId })).done).toEqual(ids);
    expect((await keys.revokeMany({ ids })).done).toEqual(ids);
    expect((await keys.deleteMany({ ids })).done).toEqual(ids);
  });
});

describe('a personal token', () => {
  it('is edited and regenerated by its owner alone', async () => {
    const { id } = await makePersonal();
    for (const [endpoint, body] of [
      [keyEndpoints.update, { name: 'mine now', revision: 0 }],
      [keyEndpoints.regenerate, { expiresAt: null, revision: 0 }],
    ] as const) {
      const refusal = await changingNothing(playground.strapi, () =>
        refusalOf(playground.admin, endpoint, { id, body }),
      );
      expect(refusal).toMatchObject({ status: 403, code: 'not_owner' });
    }
    await answerOf(playground.admin, keyEndpoints.delete, { id });
  });
});

describe('choosing keys before they are stopped', () => {
  const used = async ({ accessId }: Key, hoursAgo: number) => {
    await storeUsage(playground.strapi, await credentialOf(playground.strapi, accessId), {
      allowed: 1,
      lastUsedAt: Date.now() - hoursAgo * HOUR_MS,
    });
  };

  it('tells which, how many of them are revoked, and which were used lately by whom', async () => {
    const owner = { name: 'Billing', emails: ['billing@example.com'] };
    const busy = await make({ name: 'chosen busy', technicalOwner: owner });
    const busier = await make({ name: 'chosen busier' });
    const idle = await make({ name: 'chosen idle', technicalOwner: { ...owner, name: 'Ads' } });
    await used(busy, 20);
    await used(busier, 1);
    await used(idle, 25);
    const ended = await makeKey(playground.strapi, { name: 'chosen ended' });
    await revoke(playground.strapi, ended);
    const ids = [busy.id, busier.id, idle.id, ended.data.id];
    const expected = {
      revoked: 1,
      usedLately: 2,
      latest: [
        expect.objectContaining({
          id: busier.id,
          displayId: busier.displayId,
          technicalOwner: null,
        }),
        expect.objectContaining({ id: busy.id, name: 'chosen busy', technicalOwner: 'Billing' }),
      ],
      technicalOwners: ['Ads', 'Billing'],
    };

    const byId = await answerOf(playground.admin, bulkEndpoints.select, {
      body: { ids: [...ids, 'nosuchkey', busy.id] },
    });
    expect(byId.data).toMatchObject(expected);
    expect([...byId.data.ids].sort()).toEqual([...ids].sort());
    const byFilter = await answerOf(playground.admin, bulkEndpoints.select, {
      body: { filter: { search: 'chosen', status: ['active', 'revoked'] } },
    });
    expect({ ...byFilter.data, ids: [...byFilter.data.ids].sort() }).toEqual({
      ...byId.data,
      ids: [...ids].sort(),
    });
    const living = await answerOf(playground.admin, bulkEndpoints.select, {
      body: { filter: { search: 'chosen' } },
    });
    expect([living.data.ids.length, living.data.revoked]).toEqual([3, 0]);
  });

  it('shows nobody more than the list does', async () => {
    const blind = await withActions('Bea', 'revoke');
    const { id } = await make({ name: 'unseen' });
    for (const body of [{ ids: [id] }, { filter: { search: 'unseen' } }]) {
      const { data } = await answerOf(blind.agent, bulkEndpoints.select, { body });
      expect(data.ids).toEqual([]);
    }
    expect(
      await refusalOf(blind.agent, bulkEndpoints.select, { body: { filter: { roles: ['x'] } } }),
    ).toMatchObject({ status: 403, code: 'roles_not_permitted' });
  });
});
