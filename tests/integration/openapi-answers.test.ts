/** The document that Strapi generates, beside what the plugin's content endpoints take and answer. */
import { validate } from '@readme/openapi-parser';
import { generate } from '@strapi/openapi';
import { z } from 'zod';

import { myTokenEndpoints, whoamiEndpoint } from '../../contracts';
import { send } from '../support/admin-api';
import { makeKeyWith } from '../support/consumers';
import { type EndUser, type EndUsers, startEndUsers } from '../support/end-user-holders';
import { atContentApi } from '../support/end-users';

const json = z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.json()) }) });
const operation = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean() })),
  requestBody: z.object({ content: json }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: json.optional() })),
});
type Operation = z.infer<typeof operation>;

let app: EndUsers;
let owner: EndUser;
let paths: Record<string, Record<string, unknown>>;
let document: Record<string, unknown>;

const operationOf = (path: string, method: string): Operation =>
  operation.parse(paths[`/api-access${path}`]?.[method]);

const bodyOf = (path: string, method: string) =>
  z.fromJSONSchema(operationOf(path, method).requestBody?.content['application/json'].schema ?? {});

const answerOf = (path: string, method: string) =>
  z.fromJSONSchema(
    operationOf(path, method).responses['200']?.content?.['application/json'].schema ?? {},
  );

const ALL = '/my/tokens';
const ONE = '/my/tokens/{id}';
const REGENERATE = '/my/tokens/{id}/regenerate';

beforeAll(async () => {
  app = await startEndUsers();
  await app.open();
  owner = await app.signUp('olga');
  document = JSON.parse(
    JSON.stringify(generate(app.strapi, { type: 'content-api' }).document),
  ) as Record<string, unknown>;
  paths = document.paths as typeof paths;
});

afterAll(async () => {
  await app.stop();
});

describe('the plugin’s part of the document', () => {
  it('is valid OpenAPI', async () => {
    const own = Object.entries(paths).filter(([path]) => path.startsWith('/api-access/'));
    const checked = await validate({
      ...structuredClone(document),
      paths: Object.fromEntries(own),
    } as Parameters<typeof validate>[0]);

    expect(own).toHaveLength(4);
    expect(checked).toMatchObject({ valid: true, warnings: [] });
  });

  it('names what stands in each path', () => {
    for (const [path, method] of [
      [ONE, 'delete'],
      [REGENERATE, 'post'],
    ] as const) {
      expect(operationOf(path, method).parameters).toMatchObject([
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      ]);
    }
    expect(operationOf(ALL, 'get').parameters).toEqual([]);
  });

  it('asks for a body where the contract does, in the same words', () => {
    expect(operationOf(ALL, 'post').requestBody?.content['application/json'].schema).toEqual(
      JSON.parse(JSON.stringify(z.toJSONSchema(myTokenEndpoints.create.body))),
    );
    for (const [path, method] of [
      ['/whoami', 'get'],
      [ALL, 'get'],
      [ONE, 'delete'],
    ] as const) {
      expect(operationOf(path, method).requestBody).toBeUndefined();
    }
  });
});

describe('what is really taken and answered', () => {
  it('is as the document says', async () => {
    const { agent } = owner;
    const input = { name: 'Laptop', expiresAt: null };
    expect(bodyOf(ALL, 'post').safeParse(input).success).toBe(true);
    const created = await send(agent, myTokenEndpoints.create, { body: input });
    expect(created.status).toBe(201);
    answerOf(ALL, 'post').parse(created.body);
    const { data } = myTokenEndpoints.create.response.parse(created.body);

    const listed = await send(agent, myTokenEndpoints.list);
    expect(listed.status).toBe(200);
    answerOf(ALL, 'get').parse(listed.body);

    const renewal = { expiresAt: null, revision: data.revision };
    expect(bodyOf(REGENERATE, 'post').safeParse(renewal).success).toBe(true);
    const renewed = await send(agent, myTokenEndpoints.regenerate, { id: data.id, body: renewal });
    expect(renewed.status).toBe(200);
    answerOf(REGENERATE, 'post').parse(renewed.body);

    const deleted = await send(agent, myTokenEndpoints.delete, { id: data.id });
    expect(deleted.status).toBe(200);
    answerOf(ONE, 'delete').parse(deleted.body);

    const { token } = await makeKeyWith(app.strapi);
    const told = await send(atContentApi(app.url, token), whoamiEndpoint);
    expect(told.status).toBe(200);
    answerOf('/whoami', 'get').parse(told.body);
  });

  it('is refused where the document does not allow it', async () => {
    for (const body of [{}, { name: 1 }, { name: 'x', more: true }]) {
      expect(bodyOf(ALL, 'post').safeParse(body).success).toBe(false);
      const answer = await send(owner.agent, myTokenEndpoints.create, { body: body });
      expect(answer.status).toBe(400);
    }
  });
});
