import { readFileSync } from 'node:fs';
import path from 'node:path';

import { generate } from '@strapi/openapi';
import { z } from 'zod';

import { REFUSAL_CODES, whoamiEndpoint } from '../../contracts';
import { bearer, makeKeyWith, send } from '../support/consumers';
import { freshDatabase } from '../support/database-servers';
import { type Playground, startPlayground } from '../support/playground';
import { type PlaygroundOptions, temporaryFolder } from '../support/playground-env';
import { commandLine } from '../support/strapi-cli';

const BEARER = 'apiAccessBearer';
const HEADER = 'apiAccessHeader';
const BEARER_AUTH = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' };

const operation = z.looseObject({
  responses: z.record(z.string(), z.looseObject({ content: z.json().optional() })),
});
const openapi = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  components: z.looseObject({
    securitySchemes: z.record(z.string(), z.looseObject({ description: z.string().optional() })),
  }),
});
type Openapi = z.infer<typeof openapi>;

/** The document that Strapi makes of a playground, as it would be written into a file. */
const documentOf = ({ strapi }: Playground): Openapi =>
  openapi.parse(JSON.parse(JSON.stringify(generate(strapi, { type: 'content-api' }).document)));

const generated = async (options: PlaygroundOptions = {}): Promise<Openapi> => {
  const playground = await startPlayground(options);
  try {
    return documentOf(playground);
  } finally {
    await playground.stop();
  }
};

const configured = (config: object, header?: string | false) =>
  generated({
    env: { PLAYGROUND_OPENAPI_CONFIG: JSON.stringify(config) },
    ...(header === undefined ? {} : { apiAccess: { header } }),
  });

describe('the OpenAPI document of an app with the plugin', () => {
  let playground: Playground;
  let document: Openapi;

  beforeAll(async () => {
    playground = await startPlayground();
    document = documentOf(playground);
  });

  afterAll(async () => {
    await playground.stop();
  });

  it('knows both ways to send a key, beside what Strapi knows, and asks for one of them', () => {
    expect(document.components.securitySchemes).toMatchObject({
      bearerAuth: BEARER_AUTH,
      [BEARER]: { type: 'http', scheme: 'bearer' },
      [HEADER]: { type: 'apiKey', in: 'header', name: 'x-api-key' },
    });
    expect(document.security).toEqual([{ bearerAuth: [] }, { [BEARER]: [] }, { [HEADER]: [] }]);
  });

  it.each([BEARER, HEADER])('says in %s what answers to a key hold', (name) => {
    const { description } = document.components.securitySchemes[name] ?? {};

    expect(description).toContain('30 days before a key expires, answers to it carry `API-Key-Ex');
    expect(description).toContain('HTTP date, in UTC');
    for (const header of ['Limit', 'Remaining', 'Reset']) {
      expect(description).toContain(`\`RateLimit-${header}\``);
    }
    expect(description).toContain('429 with `Retry-After`');
    for (const code of REFUSAL_CODES) expect(description).toContain(`\`${code}\``);
  });

  it('says what whoami answers, as the contract does', () => {
    const schema = z.toJSONSchema(whoamiEndpoint.response);
    const { content } = document.paths['/api-access/whoami']?.get?.responses['200'] ?? {};

    expect(content).toEqual({ 'application/json': { schema } });
  });

  it('leaves whoami answering as it did', async () => {
    const { token, data } = await makeKeyWith(playground.strapi);

    const { status, body } = await send(`${playground.url}/api/api-access/whoami`, bearer(token));

    expect(status).toBe(200);
    expect(whoamiEndpoint.response.parse(body).data.accessId).toBe(data.accessId);
  });

  it('names no admin route of the plugin', () => {
    const ours = Object.keys(document.paths).filter((each) => each.includes('api-access'));

    expect(ours.sort()).toEqual([
      '/api-access/my/tokens',
      '/api-access/my/tokens/{id}',
      '/api-access/my/tokens/{id}/regenerate',
      '/api-access/whoami',
    ]);
    expect(Object.keys(document.paths)).toContain('/articles');
  });
});

describe('what the app has configured', () => {
  it('names the second header', async () => {
    const { components } = await configured({}, 'x-acme-key');

    expect(components.securitySchemes[HEADER]).toMatchObject({ name: 'x-acme-key' });
    expect(components.securitySchemes[HEADER]?.description).toContain('`x-acme-key: <key>`');
  });

  it('leaves the second header out where it is turned off', async () => {
    const { components, security } = await configured({}, false);

    expect(Object.keys(components.securitySchemes).sort()).toEqual([BEARER, 'bearerAuth']);
    expect(security).toEqual([{ bearerAuth: [] }, { [BEARER]: [] }]);
    expect(JSON.stringify(components.securitySchemes)).not.toContain('x-api-key');
  });

  it('keeps its own schemes, also under our names, and its own requirements', async () => {
    const own = { type: 'http', scheme: 'bearer', description: 'Ask the platform team' };
    const cookie = { type: 'apiKey', in: 'cookie', name: 'session' };

    const { components, security } = await configured({
      security: { [BEARER]: own, cookie },
      globalSecurity: [{ cookie: [], [BEARER]: [] }, { [BEARER]: [] }],
    });

    expect(components.securitySchemes).toMatchObject({
      [BEARER]: own,
      cookie,
      bearerAuth: BEARER_AUTH,
      [HEADER]: { name: 'x-api-key' },
    });
    expect(security).toEqual([{ cookie: [], [BEARER]: [] }, { [BEARER]: [] }, { [HEADER]: [] }]);
  });

  it('goes on asking for nothing where it asks for nothing', async () => {
    const { security } = await configured({ globalSecurity: [] });

    expect(security).toEqual([{}, { [BEARER]: [] }, { [HEADER]: [] }]);
  });

  it('is all that is told where the plugin is disabled', async () => {
    const { components, security, paths } = await generated({ withoutApiAccess: true });

    expect(Object.keys(components.securitySchemes)).toEqual(['bearerAuth']);
    expect(security).toEqual([{ bearerAuth: [] }]);
    expect(paths).not.toHaveProperty('/api-access/whoami');
  });
});

describe('the command of Strapi', () => {
  it('writes the same document', async () => {
    const folder = temporaryFolder();
    const database = await freshDatabase();
    const cli = commandLine();
    const output = path.join(folder.path, 'specification.json');
    try {
      await cli.run(database, ['openapi', 'generate', '-o', output]);
      const written = openapi.parse(JSON.parse(readFileSync(output, 'utf8')));

      expect(written.components.securitySchemes).toHaveProperty(HEADER);
      expect(written.security).toContainEqual({ [BEARER]: [] });
      expect(written.paths['/api-access/whoami']).toHaveProperty('get');
    } finally {
      cli.remove();
      folder.remove();
      await database.drop();
    }
  });
});
