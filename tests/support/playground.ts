/** A real Strapi in this process: the built playground with the built plugin in it. */
import { existsSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import path from 'node:path';

import { createStrapi } from '@strapi/strapi';
import { type Core } from '@strapi/types';
import supertest from 'supertest';

import { type AdminAccount, FIRST_ADMIN } from './accounts';
import { signIn } from './admins';
import { databaseFor } from './database-of-playground';
import { environmentOf, PLAYGROUND, type PlaygroundOptions } from './playground-env';

export type Agent = ReturnType<typeof supertest.agent>;

export interface Playground {
  strapi: Core.Strapi;
  /** Where it listens, for what makes its own requests; on a free port of this machine. */
  url: string;
  /** Nobody in particular: requests without any credentials but those a test sets. */
  request: Agent;
  /** The session token of the first admin, a Super Admin. */
  adminToken: string;
  /** The first admin. */
  admin: Agent;
  /** Someone with this session token, or with this key. */
  as: (token: string) => Agent;
  /** Ends Strapi; a temporary database goes with it. */
  stop: () => Promise<void>;
}

const DIST = path.join(PLAYGROUND, 'dist');

const assertBuilt = () => {
  if (!existsSync(path.join(DIST, 'src', 'index.js'))) {
    throw new Error('The playground is not built: run "npm test -- integration" once.');
  }
};

/** Sets variables and hands back what puts the former ones in place again. */
const setEnvironment = (values: Record<string, string>) => {
  const former = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of former) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
};

const listen = async (strapi: Core.Strapi): Promise<string> => {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
};

const boot = async () => {
  const strapi = createStrapi({
    appDir: PLAYGROUND,
    distDir: DIST,
    serveAdminPanel: false,
    autoReload: false,
  });
  try {
    await strapi.load();
    return strapi;
  } catch (error) {
    await strapi.destroy();
    throw error;
  }
};

const firstAdminToken = async (request: Agent, admin: AdminAccount): Promise<string> => {
  const response = await request.post('/admin/register-admin').send(admin);
  // 400: there is one already, as after a second boot on the same database.
  if (response.status !== 200 && response.status !== 400) {
    throw new Error(`The first admin could not register: ${response.text}`);
  }
  return signIn(request, admin);
};

export const startPlayground = async (options: PlaygroundOptions = {}): Promise<Playground> => {
  assertBuilt();
  const { database, release } = await databaseFor(options);
  const restoreEnvironment = setEnvironment(environmentOf({ ...options, database }));
  const cleanUp = async () => {
    restoreEnvironment();
    await release();
  };

  try {
    const strapi = await boot();
    const url = await listen(strapi);
    const as = (token: string) => supertest.agent(url).set('Authorization', `Bearer ${token}`);
    const request = supertest.agent(url);
    const adminToken = await firstAdminToken(supertest.agent(url), FIRST_ADMIN);
    return {
      strapi,
      url,
      request,
      adminToken,
      admin: as(adminToken),
      as,
      stop: async () => {
        await strapi.destroy();
        await cleanUp();
      },
    };
  } catch (error) {
    await cleanUp();
    throw error;
  }
};
