export interface TestServer {
  readonly title: string;
  readonly host: string;
  readonly port: number;
}

export interface DatabaseServer extends TestServer {
  /** The name that knex has for it. */
  readonly client: string;
  /** A database that is always there. */
  readonly home: string;
  readonly user: string;
  readonly password: string;
}

export const SERVERS: {
  readonly postgres: DatabaseServer;
  readonly mysql: DatabaseServer;
  readonly redis: TestServer;
};
export const answers: (server: TestServer) => boolean;
export const notTested: (server: TestServer) => string;
export const redisUrl: () => string;
