import { type ActivityEntry, type Role, roleEndpoints } from '../../contracts';
import { activityOf } from '../support/activity';
import { answerOf, changingNothing, refusalOf, storedIn } from '../support/admin-api';
import {
  ARTICLE_CREATE,
  ARTICLE_FIND,
  bearer,
  CATEGORY_FIND,
  makeKey,
  makeRole,
  send,
  serviceOf,
} from '../support/consumers';
import { type FreshDatabase, freshDatabase } from '../support/database-servers';
import { captureLog } from '../support/log-capture';
import { type Playground, startPlayground } from '../support/playground';

const EDITOR = { code: 'editor', name: 'Editor', permissions: [ARTICLE_CREATE, ARTICLE_FIND] };
const PARTNER = { code: 'partner', name: 'Partners', description: 'For partners.', drafts: true };
const READ_ONLY = {
  code: 'read-only',
  name: 'Read only',
  description: 'Everything that a GET can read.',
  kind: 'read-only',
};

let database: FreshDatabase;
let running: Playground | undefined;
let playground: Playground;

const stop = async () => {
  await running?.stop();
  running = undefined;
};

/** Starts the app anew on the same database, and tells what it logged. */
const bootWith = async (roles?: readonly object[]): Promise<string> => {
  await stop();
  const log = captureLog();
  try {
    const apiAccess = roles === undefined ? {} : { roles };
    playground = await startPlayground({ database, apiAccess, env: { LOG_LEVEL: 'warn' } });
    running = playground;
    return log.text();
  } finally {
    log.stop();
  }
};

const roleOf = async (code: string): Promise<Role> => {
  const { data } = await answerOf(playground.admin, roleEndpoints.list);
  const found = data.find((role) => role.code === code);
  if (found === undefined) throw new Error(`There is no role ${code}.`);
  return found;
};

/** All that a declaration can change, but for what keys do meanwhile. */
interface Kept {
  readonly roles: unknown[];
  readonly epoch: unknown[];
  readonly activity: ActivityEntry[];
  readonly declared: unknown;
}

const kept = async (): Promise<Kept> => {
  const { api_access_roles: roles = [], api_access_epoch: epoch = [] } = await storedIn(
    playground.strapi,
  );
  return {
    roles,
    epoch,
    activity: await activityOf(playground.admin),
    declared: await serviceOf(playground.strapi, 'states').read('declared-roles'),
  };
};

/** What the plugin by itself told of roles since, the oldest first. */
const toldSince = async ({ activity }: Kept): Promise<ActivityEntry[]> => {
  const known = new Set(activity.map(({ id }) => id));
  return (await activityOf(playground.admin)).filter(({ id }) => !known.has(id)).reverse();
};

const statusOf = async (token: string) =>
  (await send(`${playground.url}/api/articles`, bearer(token))).status;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(async () => {
  await stop();
  await database.drop();
});

describe('roles that the config declares', () => {
  let partnerId: string;
  let partnerToken: string;
  let editorToken: string;
  let before: Kept;

  it('are none by default', async () => {
    await bootWith();
    expect(await roleOf('read-only')).toMatchObject({ declared: false });
    partnerId = (await makeRole(playground.strapi, { code: 'partner', name: 'Partner' })).id;
    partnerToken = (await makeKey(playground.strapi, { roles: ['partner'] })).token;
    expect(await statusOf(partnerToken)).toBe(200);
    before = await kept();
  });

  it('are made at boot, and keys hold them as they do any', async () => {
    await bootWith([EDITOR, PARTNER, READ_ONLY]);

    expect(await roleOf('editor')).toMatchObject({
      name: 'Editor',
      description: null,
      kind: 'custom',
      permissions: [ARTICLE_CREATE, ARTICLE_FIND],
      drafts: false,
      declared: true,
      revision: 0,
    });
    editorToken = (await makeKey(playground.strapi, { roles: ['editor'] })).token;
    expect(await statusOf(editorToken)).toBe(200);
  });

  it('take over a role of their code that was made by hand, with its keys', async () => {
    expect(await roleOf('partner')).toMatchObject({
      id: partnerId,
      name: 'Partners',
      description: 'For partners.',
      permissions: [],
      drafts: true,
      declared: true,
      keyCount: 1,
      revision: 1,
    });
    expect(await statusOf(partnerToken)).toBe(403);
  });

  it('leave a seeded role of their code as it is, where it is as declared', async () => {
    const seeded = ({ roles }: Kept) =>
      (roles as { code: string }[]).find(({ code }) => code === 'read-only');

    expect(seeded(await kept())).toEqual(seeded(before));
    expect(await roleOf('read-only')).toMatchObject({ declared: true });
    expect(await roleOf('full-access')).toMatchObject({ declared: false });
  });

  it('are told of in the activity, by the plugin itself, with what changed', async () => {
    const told = (await toldSince(before)).filter(({ subject }) => subject?.type === 'role');
    const byName = (name: string) => told.find(({ subject }) => subject?.name === name);

    expect(told).toHaveLength(3);
    for (const { actor } of told) expect(actor).toEqual({ kind: 'system', id: null, name: null });
    expect(byName('Editor')).toMatchObject({
      kind: 'role.created',
      details: { added: [ARTICLE_CREATE, ARTICLE_FIND] },
    });
    expect(byName('Partners')).toMatchObject({
      kind: 'role.updated',
      details: {
        fields: ['declared', 'description', 'drafts', 'name', 'permissions'],
        removed: [ARTICLE_FIND],
      },
    });
    expect(byName('Read only')).toMatchObject({
      kind: 'role.updated',
      details: {
        fields: ['declared'],
        changes: [{ field: 'declared', before: ['false'], after: ['true'] }],
      },
    });
  });

  it('are written no further by a boot that changes nothing', async () => {
    before = await kept();
    const log = await bootWith([READ_ONLY, PARTNER, { ...EDITOR, kind: 'custom' }]);

    expect(await kept()).toEqual(before);
    expect(log).not.toContain('config/plugins');
  });

  it('can be neither edited nor deleted, by an admin or by the app', async () => {
    const { id, revision } = await roleOf('editor');
    const calls = [
      [roleEndpoints.update, { id, body: { name: 'Mine', revision } }],
      [roleEndpoints.delete, { id }],
    ] as const;
    for (const [endpoint, call] of calls) {
      const refusal = await changingNothing(playground.strapi, () =>
        refusalOf(playground.admin, endpoint, call),
      );
      expect(refusal).toMatchObject({ status: 409, code: 'role_declared', fields: [] });
      expect(refusal.messages[0]).toContain('config/plugins');
    }
    const service = serviceOf(playground.strapi, 'roles');
    await changingNothing(playground.strapi, async () => {
      const refused = { name: 'ApiAccessError', code: 'role_declared' };
      await expect(service.update(id, { drafts: true, revision })).rejects.toMatchObject(refused);
      await expect(service.delete(id)).rejects.toMatchObject(refused);
      const same = { code: 'editor', name: 'Other', kind: 'custom' } as const;
      await expect(service.create(same)).rejects.toMatchObject({ code: 'role_code_taken' });
    });
  });

  it('are brought to a changed declaration, and so are their keys', async () => {
    before = await kept();
    await bootWith([
      { ...EDITOR, permissions: [ARTICLE_CREATE] },
      { ...PARTNER, name: READ_ONLY.name, permissions: [ARTICLE_FIND] },
      { ...READ_ONLY, name: PARTNER.name },
    ]);

    expect([await statusOf(editorToken), await statusOf(partnerToken)]).toEqual([403, 200]);
    expect(await roleOf('editor')).toMatchObject({ permissions: [ARTICLE_CREATE], revision: 1 });
    // Two may take each other's names.
    expect(await roleOf('partner')).toMatchObject({ name: 'Read only', revision: 2 });
    expect(await roleOf('read-only')).toMatchObject({ name: 'Partners', revision: 1 });
    expect((await kept()).epoch).not.toEqual(before.epoch);
    const told = (await toldSince(before)).find(({ subject }) => subject?.name === 'Editor');
    expect(told).toMatchObject({
      kind: 'role.updated',
      actor: { kind: 'system' },
      details: { fields: ['permissions'], removed: [ARTICLE_FIND], added: [] },
    });
  });

  it('stop the boot where another role has their name, and nothing is done', async () => {
    before = await kept();
    const taken = { code: 'everything', name: 'FULL ACCESS' };
    await expect(bootWith([{ ...EDITOR, drafts: true }, taken])).rejects.toThrow(
      /API role "everything" with the name "FULL ACCESS", which the API role "full-access" has.*with the code "full-access" to take that role over/,
    );
    await bootWith([
      { ...EDITOR, permissions: [ARTICLE_CREATE] },
      { ...PARTNER, name: READ_ONLY.name, permissions: [ARTICLE_FIND] },
      { ...READ_ONLY, name: PARTNER.name },
    ]);

    expect(await kept()).toEqual(before);
  });

  it('stay as ordinary roles once they are no longer declared, which is told once', async () => {
    before = await kept();
    const log = await bootWith([READ_ONLY, PARTNER]);

    expect(log).toContain('no longer declares the API role "editor"');
    expect((await toldSince(before)).map(({ details }) => details)).toContainEqual(
      expect.objectContaining({
        changes: [{ field: 'declared', before: ['true'], after: ['false'] }],
      }),
    );
    const { id, revision } = await roleOf('editor');
    const body = { name: 'Editors', revision };
    const { data } = await answerOf(playground.admin, roleEndpoints.update, { id, body });
    expect(data).toMatchObject({ name: 'Editors', declared: false });
    before = await kept();
    expect(await bootWith([READ_ONLY, PARTNER])).not.toContain('config/plugins');
    expect(await kept()).toEqual(before);
  });

  it('may name actions that are not there, which the log tells at each boot', async () => {
    const wrong = 'api::category.category.fnd';
    const roles = [
      READ_ONLY,
      { ...PARTNER, permissions: [ARTICLE_FIND, wrong, 'api::shop.shop.x'] },
    ];
    await bootWith(roles);
    const log = await bootWith(roles);

    expect(log).toContain(`names the action "${wrong}"`);
    expect(log).toContain(`Is "${CATEGORY_FIND}" meant?`);
    expect(log).toMatch(/names the action "api::shop\.shop\.x".* until it is there\.(?! Is)/);
    expect(await statusOf(partnerToken)).toBe(200);
    expect((await roleOf('partner')).permissions).toContain(wrong);
  });
});
