import { keyEndpoints, usageEndpoints } from '../../contracts';
import { answerOf } from '../support/admin-api';
import {
  bearer,
  type KeyOptions,
  makeKeyWith,
  refusalOf,
  send,
  serviceOf,
} from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

let playground: Playground;

const start = (env: Record<string, string>) => async () => {
  playground = await startPlayground({
    env: { LOG_LEVEL: 'fatal', ...env },
    apiAccess: { flushIntervalMs: 600_000 },
  });
};

const stop = async () => {
  await playground.stop();
};

/** Asks by way of a proxy that says so, and tells what is on record then. */
const askFrom = async (forwarded: string | undefined, key: KeyOptions = {}) => {
  const { strapi, url, admin } = playground;
  const { data, token } = await makeKeyWith(strapi, {}, key);
  const headers = { ...bearer(token), 'x-forwarded-for': forwarded };
  const allowed = await send(`${url}/api/articles`, headers);
  const denied = await send(`${url}/api/categories`, headers);
  await serviceOf(strapi, 'usage').flush();
  const { usage } = (await answerOf(admin, keyEndpoints.read, { id: data.id })).data;
  const [denial] = (await answerOf(admin, usageEndpoints.denials, { id: data.id })).data;
  return { allowed, denied, used: usage.lastAddress, refused: denial?.lastAddress, usage };
};

const SOCKET = expect.stringMatching(/^(::ffff:)?127\.0\.0\.1$/) as unknown;

describe('without a trusted proxy', () => {
  beforeAll(start({}));
  afterAll(stop);

  it.each([undefined, '203.0.113.7', '203.0.113.7:49152', '2001:db8::7', 'nonsense'])(
    'the address is that of the connection, whatever X-Forwarded-For says (%s)',
    async (forwarded) => {
      expect(await askFrom(forwarded)).toMatchObject({ used: SOCKET, refused: SOCKET });
    },
  );

  it('nobody gets past the networks of a key by naming an address in them', async () => {
    const { allowed, refused } = await askFrom('203.0.113.7', { networks: ['203.0.113.0/24'] });

    expect(refusalOf(allowed).details.code).toBe('address_not_allowed');
    expect(refused).toEqual(SOCKET);
  });

  it('nor by any other header that proxies write', async () => {
    const { strapi, url } = playground;
    const { token } = await makeKeyWith(strapi, {}, { networks: ['203.0.113.0/24'] });
    const answer = await send(`${url}/api/articles`, {
      ...bearer(token),
      forwarded: 'for=203.0.113.7',
      'x-real-ip': '203.0.113.7',
      'x-client-ip': '203.0.113.7',
      'true-client-ip': '203.0.113.7',
      'cf-connecting-ip': '203.0.113.7',
    });

    expect(refusalOf(answer).details.code).toBe('address_not_allowed');
  });
});

describe('behind a trusted proxy', () => {
  beforeAll(start({ PLAYGROUND_TRUST_PROXY: 'true' }));
  afterAll(stop);

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['203.0.113.7, 192.0.2.1', '203.0.113.7'],
    ['203.0.113.7:49152', '203.0.113.7'],
    ['[2001:db8::7]:49152', '2001:db8::7'],
  ])('the address is that of X-Forwarded-For (%s)', async (forwarded, address) => {
    expect(await askFrom(forwarded)).toMatchObject({ used: address, refused: address });
  });

  it('the address is that of the connection where the header is missing', async () => {
    expect(await askFrom(undefined)).toMatchObject({ used: SOCKET, refused: SOCKET });
  });

  it.each(['nonsense', '203.0.113.777', '<script>', 'x'.repeat(500)])(
    'no address is on record where the header holds none, and the request is counted (%#)',
    async (forwarded) => {
      expect(await askFrom(forwarded)).toMatchObject({
        used: null,
        refused: null,
        usage: { allowed: 1, denied: 1 },
      });
    },
  );

  it.each([
    ['203.0.113.7', true],
    ['2001:db8::7', true],
    ['203.0.113.7:49152', true],
    ['[2001:db8::7]:49152', true],
    ['::ffff:203.0.113.7', true],
    ['192.0.2.7', false],
    ['192.0.2.7:49152', false],
    ['192.0.2.7, 203.0.113.7', false],
    ['2001:db9::7', false],
    ['nonsense', false],
    [undefined, false],
  ])('the networks of a key are held against it (%s)', async (forwarded, isIn) => {
    const { allowed } = await askFrom(forwarded, {
      networks: ['203.0.113.0/24', '2001:db8::/32'],
    });

    expect(allowed.status).toBe(isIn ? 200 : 403);
    if (!isIn) expect(refusalOf(allowed).details.code).toBe('address_not_allowed');
  });
});

describe('behind one trusted proxy that adds to the header', () => {
  beforeAll(start({ PLAYGROUND_TRUST_PROXY: 'true', PLAYGROUND_PROXY_MAX_IPS: '1' }));
  afterAll(stop);

  it('what a client has put there itself counts for nothing', async () => {
    const forged = '203.0.113.7, 192.0.2.1';
    expect(await askFrom(forged)).toMatchObject({ used: '192.0.2.1', refused: '192.0.2.1' });

    const { allowed } = await askFrom(forged, { networks: ['203.0.113.0/24'] });
    expect(allowed.status).toBe(403);
  });
});
