import { keyEndpoints, settingsEndpoints, type Settings } from '../../contracts';
import { answerOf, refusalOf, send } from '../support/admin-api';
import { createAdminRole, createAdminWith } from '../support/admins';
import { makeRole, serviceOf } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';
import { saveRules } from '../support/rules';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({
    apiAccess: { expiry: { required: true, defaultDays: 60, maxDays: 120 } },
  });
});

afterAll(async () => {
  await playground.stop();
});

const read = async () => (await answerOf(playground.admin, settingsEndpoints.read)).data;

const storedRow = async (): Promise<unknown[]> =>
  (await playground.strapi.db.connection('api_access_settings').select('*')) as unknown[];

/** The refusal of a save with this section changed; it has changed nothing. */
const refused = async (change: Partial<Settings>) => {
  const { settings, revision } = await read();
  const before = await storedRow();
  const refusal = await refusalOf(playground.admin, settingsEndpoints.update, {
    body: { settings: { ...settings, ...change }, revision },
  });
  expect(await storedRow()).toEqual(before);
  return refusal;
};

describe('Rules & notices', () => {
  it('come from the config until they are first saved', async () => {
    expect(await read()).toMatchObject({
      settings: { expiry: { required: true, defaultDays: 60, maxDays: 120 } },
      revision: 0,
      updatedAt: null,
      updatedBy: null,
    });
  });

  it('name the admin roles and API roles to choose from', async () => {
    const { choices } = await read();

    expect(choices.adminRoles.filter(({ isSuperAdmin }) => isSuperAdmin)).toEqual([
      expect.objectContaining({ name: 'Super Admin' }),
    ]);
    expect(choices.roles.map(({ name }) => name)).toEqual(['Full access', 'Read only']);
  });

  it('are saved whole, tidied, and told in the activity by the parts that changed', async () => {
    const { settings } = await read();
    const saved = await saveRules(playground.admin, {
      notices: {
        ...settings.notices,
        days: [1, 30, 7, 30],
        recipients: ['Ops@example.com', 'ops@example.com'],
      },
      rateLimit: { requests: 100, windowSeconds: 60 },
    });

    expect(saved).toMatchObject({ revision: 1, updatedBy: 'Ada Admin' });
    expect(saved.settings.notices.days).toEqual([30, 7, 1]);
    expect(saved.settings.notices.recipients).toEqual(['Ops@example.com']);
    expect(await read()).toEqual(saved);
    const rows: { actor_name: string; details: string }[] = await playground.strapi.db
      .connection('api_access_activity')
      .where({ kind: 'settings.updated' })
      .select('actor_name', 'details');
    expect(rows).toEqual([
      { actor_name: 'Ada Admin', details: JSON.stringify({ fields: ['notices', 'rateLimit'] }) },
    ]);
  });

  it('hold at once for keys', async () => {
    const { settings } = await read();
    await saveRules(playground.admin, { expiry: { ...settings.expiry, required: false } });
    const { data } = await answerOf(playground.admin, keyEndpoints.policy);

    expect(data.expiry.required).toBe(false);
    expect(data.rateLimit).toEqual({ requests: 100, windowSeconds: 60 });
  });

  it('are saved by one of two who saw the same, and the other is told', async () => {
    const { settings, revision } = await read();
    const body = (usageDays: number) => ({
      settings: { ...settings, retention: { ...settings.retention, usageDays } },
      revision,
    });
    const answers = await Promise.all(
      [100, 101, 102].map((days) =>
        send(playground.admin, settingsEndpoints.update, { body: body(days) }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await read()).revision).toBe(revision + 1);
    const late = await refusalOf(playground.admin, settingsEndpoints.update, { body: body(103) });
    expect(late).toMatchObject({ status: 409, code: 'revision_conflict' });
  });

  it('tell the place of each fault, and keep all as it was', async () => {
    const { choices } = await read();
    const [first = { id: '' }, second = { id: '' }] = choices.adminRoles.filter(
      ({ isSuperAdmin }) => !isSuperAdmin,
    );
    const superAdmin = choices.adminRoles.find(({ isSuperAdmin }) => isSuperAdmin);
    const rule = { pattern: 'prod-.+', example: 'prod-app' };

    const refusal = await refused({
      namingRules: [
        { adminRole: first.id, pattern: 'prod-(', example: 'prod-app' },
        { adminRole: second.id, pattern: 'prod-.+', example: 'dev-app' },
        { adminRole: first.id, ...rule },
        { adminRole: '987654321', ...rule },
      ],
      assignableRoles: [
        { adminRole: superAdmin?.id ?? '', roles: [] },
        { adminRole: first.id, roles: ['nosuchrole'] },
      ],
    });
    expect(refusal.messages).toContain(
      'This pattern cannot be read: missing closing ). The fault is at character 6.',
    );
    expect(refusal).toMatchObject({
      status: 400,
      fields: [
        'namingRules.2.adminRole: invalid_input',
        'namingRules.3.adminRole: invalid_input',
        'namingRules.0.pattern: invalid_pattern',
        'namingRules.1.example: invalid_input',
        'assignableRoles.0.adminRole: invalid_input',
        'assignableRoles.1.roles.0: unknown_role',
      ],
    });
  });

  it('let a default role of personal tokens be one of those that are open alone', async () => {
    const { settings, choices } = await read();
    const [open = { id: '' }, other = { id: '' }] = choices.roles;
    const personalTokens = { ...settings.personalTokens, roles: [open.id] };
    const refusal = await refused({
      personalTokens: { ...personalTokens, defaultRoles: [open.id, other.id] },
    });

    expect(refusal.fields).toEqual(['personalTokens.defaultRoles.1: invalid_input']);
    await saveRules(playground.admin, {
      personalTokens: { ...personalTokens, defaultRoles: [open.id] },
    });
  });

  it('drop what has been deleted since, and lock nobody out', async () => {
    const { strapi } = playground;
    const role = await makeRole(strapi);
    const admin = await createAdminRole(strapi, { name: 'Short-lived', actions: [] });
    const adminRole = String(admin.id);
    const { settings } = await read();
    const saved = await saveRules(playground.admin, {
      namingRules: [{ adminRole, pattern: 'x.*', example: 'x' }],
      assignableRoles: [{ adminRole, roles: [role.id] }],
      personalTokens: { ...settings.personalTokens, roles: [role.id], defaultRoles: [role.id] },
    });
    expect(saved.settings.namingRules).toHaveLength(1);
    await serviceOf(strapi, 'roles').delete(role.id);
    expect((await read()).settings).toMatchObject({
      assignableRoles: [{ adminRole, roles: [] }],
      personalTokens: { roles: [], defaultRoles: [] },
    });
    await strapi.db.query('admin::role').delete({ where: { id: admin.id } });
    expect((await read()).settings).toMatchObject({ namingRules: [], assignableRoles: [] });
    expect((await saveRules(playground.admin, {})).settings.namingRules).toEqual([]);
  });

  it('survive a save of an older or a newer release', async () => {
    const rows = () => playground.strapi.db.connection('api_access_settings');
    await rows().update({ value: JSON.stringify({ notices: { isOn: false }, gone: true }) });

    expect((await read()).settings).toMatchObject({
      notices: { isOn: false, days: [30, 7, 1] },
      expiry: { defaultDays: 60 },
    });
  });

  it('test a pattern without saving it', async () => {
    const { agent } = await createAdminWith(playground, {
      name: 'Rita',
      actions: ['plugin::api-access.settings'],
    });
    const test = (pattern: string, names: string[]) =>
      answerOf(agent, settingsEndpoints.testRule, { body: { pattern, names } });

    expect((await test('prod-.+', ['prod-x', 'dev-x'])).data).toEqual({
      fault: null,
      matches: [true, false],
    });
    expect((await test('prod-(', ['prod-x'])).data).toEqual({
      fault: { message: 'This pattern cannot be read: missing closing ).', at: 5 },
      matches: [],
    });
  });
});
