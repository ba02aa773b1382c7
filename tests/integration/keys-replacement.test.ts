import { keyEndpoints } from '../../contracts';
import { answerOf, changingNothing, credentialOf, refusalOf } from '../support/admin-api';
import { createAdminWith } from '../support/admins';
import { makeKey, revoke } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.stop();
});

const detail = async (id: string) =>
  (await answerOf(playground.admin, keyEndpoints.read, { id })).data;

describe('a key that replaces another', () => {
  it('and the one that it replaces name each other, with their last use', async () => {
    const old = await makeKey(playground.strapi, { name: 'before' });
    const { data: next } = await answerOf(
      playground.admin,
      keyEndpoints.create,
      { body: { name: 'after', replaces: old.data.id } },
      201,
    );
    const { key_id: keyId } = await credentialOf(playground.strapi, next.accessId);
    const at = Date.now() - 60_000;
    await playground.strapi.db
      .connection('api_access_usage_totals')
      .insert({ key_id: keyId, allowed: 1, denied: 0, last_used_at: at });

    const { replaces, replacedBy } = await detail(next.id);
    expect(replacedBy).toEqual([]);
    expect(replaces).toEqual({
      id: old.data.id,
      name: 'before',
      displayId: old.data.displayId,
      status: 'active',
      revision: 0,
      createdAt: old.data.createdAt,
      lastUsedAt: null,
    });
    expect((await detail(old.data.id)).replacedBy).toMatchObject([
      { id: next.id, name: 'after', lastUsedAt: new Date(at).toISOString() },
    ]);

    await revoke(playground.strapi, old);
    expect((await detail(next.id)).replaces?.status).toBe('revoked');
    await answerOf(playground.admin, keyEndpoints.delete, { id: old.data.id });
    expect((await detail(next.id)).replaces).toBeNull();
  });

  it('tells nobody of a key that this person may not see', async () => {
    const creator = await createAdminWith(playground, {
      name: 'Cora',
      actions: ['plugin::api-access.create-api-access'],
    });
    const hidden = await makeKey(playground.strapi, { name: 'hidden' });
    const refusal = await changingNothing(playground.strapi, () =>
      refusalOf(creator.agent, keyEndpoints.create, {
        body: { name: 'nosy', replaces: hidden.data.id },
      }),
    );
    expect(refusal).toMatchObject({ status: 404, fields: ['replaces: not_found'] });

    const own = await answerOf(creator.agent, keyEndpoints.create, { body: { name: 'own' } }, 201);
    const { data: others } = await answerOf(
      playground.admin,
      keyEndpoints.create,
      { body: { name: 'of another', replaces: own.data.id } },
      201,
    );
    const seen = await answerOf(creator.agent, keyEndpoints.read, { id: own.data.id });
    expect(seen.data.replacedBy).toEqual([]);
    expect((await detail(own.data.id)).replacedBy.map(({ id }) => id)).toEqual([others.id]);
  });

  it('does not replace a personal token', async () => {
    const personal = await makeKey(playground.strapi, { name: 'personal' });
    await playground.strapi.db
      .connection('api_access_credentials')
      .where({ access_id: personal.data.accessId })
      .update({ owner_kind: 'admin', owner_id: 'somebody' });
    expect(
      await refusalOf(playground.admin, keyEndpoints.create, {
        body: { name: 'instead', replaces: personal.data.id },
      }),
    ).toMatchObject({ status: 403, fields: ['replaces: not_owner'] });
  });
});
