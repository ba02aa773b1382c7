import { keyEndpoints } from '../../contracts';
import { refusalOf, send } from '../support/admin-api';
import { createAdminWith } from '../support/admins';
import { makeKey, makeRole, revoke } from '../support/consumers';
import { type Agent, type Playground, startPlayground } from '../support/playground';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  const { id: role } = await makeRole(strapi, { name: 'Writer' });
  await makeKey(strapi, {
    name: '=HYPERLINK("http://evil.example")',
    description: 'two\nlines, and a "quote"',
    roles: [role],
    tags: ['web', 'night'],
    technicalOwner: { name: '+Billing', emails: ['a@example.com', 'b@example.com'] },
    expiresAt: null,
  });
  await revoke(strapi, await makeKey(strapi, { name: 'ended' }));
});

afterAll(async () => {
  await playground.stop();
});

const exported = async (agent: Agent, query: Record<string, unknown> = {}) => {
  const response = await send(agent, keyEndpoints.export, { query });
  expect([response.status, response.text.charCodeAt(0)]).toEqual([200, 0xfeff]);
  const { headers, text } = response;
  return { headers, text, lines: text.slice(1).split('\r\n') };
};

describe('the list of keys as a file', () => {
  it('is a download that nobody keeps', async () => {
    const { headers } = await exported(playground.admin);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="api-keys-\d{4}-\d{2}-\d{2}\.csv"$/,
    );
  });

  it('holds what the list shows, and no cell that a spreadsheet would run', async () => {
    const { lines } = await exported(playground.admin);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^Access Name,Access ID,Type,.*,API roles$/);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"")",sak_`);
    expect(lines[1]).toContain('"two\nlines, and a ""quote"""');
    expect(lines[1]).toContain(`,'+Billing,a@example.com; b@example.com,`);
    expect(lines[1]).toContain(',night; web,');
    expect(lines[1]).toContain(',Never,');
    expect(lines[1]?.endsWith(',Writer')).toBe(true);
    expect(lines[2]).toBe('');
  });

  it('follows the filters and the sort of the list', async () => {
    const { lines } = await exported(playground.admin, {
      status: ['active', 'revoked'],
      sort: 'createdAt:desc',
    });
    expect(lines.slice(1, 3).map((line) => line.split(',')[0])).toEqual([
      'ended',
      `"'=HYPERLINK(""http://evil.example"")"`,
    ]);
    expect((await exported(playground.admin, { search: 'no such key' })).lines).toHaveLength(2);
    expect(
      await refusalOf(playground.admin, keyEndpoints.export, { query: { sort: 'hint:asc' } }),
    ).toMatchObject({ status: 400, code: 'invalid_input' });
  });

  it('has no API roles for whoever may not see them, and no keys of others', async () => {
    const reader = await createAdminWith(playground, {
      name: 'Rita',
      actions: ['plugin::api-access.read'],
    });
    const { text } = await exported(reader.agent);
    expect(text).toContain('HYPERLINK');
    expect(text).not.toMatch(/API roles|Writer/);
    expect(
      await refusalOf(reader.agent, keyEndpoints.export, { query: { quick: 'full-access' } }),
    ).toMatchObject({ status: 403, code: 'roles_not_permitted' });

    const creator = await createAdminWith(playground, {
      name: 'Cora',
      actions: ['plugin::api-access.create-api-access'],
    });
    expect((await exported(creator.agent)).lines).toHaveLength(2);
  });

  it('goes on over any number of pages, each key once', async () => {
    const { connection } = playground.strapi.db;
    const [key] = (await connection('api_access_keys').limit(1)) as Record<string, unknown>[];
    const [credential] = (await connection('api_access_credentials').limit(1)) as Record<
      string,
      unknown
    >[];
    for (let n = 0; n < 1201; n += 1) {
      const id = 10_000 + n;
      await connection('api_access_keys').insert({
        ...key,
        id,
        document_id: `many${n}`,
        name: `many ${n}`,
      });
      await connection('api_access_credentials').insert({
        ...credential,
        key_id: id,
        access_id: `Many${String(n).padStart(8, '0')}`,
        name_key: `many-${n}`,
        revoked_at: null,
      });
    }
    const { lines } = await exported(playground.admin, { search: 'many', sort: 'name:asc' });
    const found = lines.slice(1, -1).filter((line) => line.startsWith('many '));
    expect(new Set(found).size).toBe(1201);
    expect(found).toHaveLength(1201);
  });
});
