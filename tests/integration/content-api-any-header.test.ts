import fc from 'fast-check';

import { damaged, forged, makeKeyWith, revoke, send, unknown } from '../support/consumers';
import { type Playground, startPlayground } from '../support/playground';

const RUNS = 260;
/** Header values that Node sends and receives: visible Latin-1, blank and tab. */
const headerText = fc
  .string({
    unit: fc
      .integer({ min: 32, max: 255 })
      .filter((code) => code !== 127)
      .map((code) => String.fromCharCode(code)),
    maxLength: 200,
  })
  .map((text) => text.trim());

let playground: Playground;
let live: string;
let tokens: string[];

beforeAll(async () => {
  playground = await startPlayground();
  const { strapi } = playground;
  live = (await makeKeyWith(strapi)).token;
  const ended = await makeKeyWith(strapi);
  await revoke(strapi, ended);
  tokens = [live, ended.token, forged(live), unknown(live), damaged(live)];
});

afterAll(async () => {
  await playground.stop();
});

/** A token with something done to it at one place. */
const mangled = () =>
  fc
    .record({
      token: fc.constantFrom(...tokens),
      at: fc.nat({ max: 80 }),
      with: fc.oneof(headerText, fc.constantFrom(' ', '\t', ',', '_', '"', '\u00a0', '%00', '=')),
      cut: fc.nat({ max: 3 }),
    })
    .map(({ token, at, with: text, cut }) => token.slice(0, at) + text + token.slice(at + cut));

const value = () =>
  fc.oneof(
    headerText,
    mangled(),
    fc.constantFrom(...tokens),
    fc.array(fc.oneof(mangled(), headerText), { maxLength: 4 }).map((parts) => parts.join(',')),
    fc.array(fc.constantFrom(...tokens), { maxLength: 3 }).map((parts) => parts.join(' ')),
  );

const scheme = fc.constantFrom('Bearer ', 'bearer ', 'BEARER\t', 'Basic ', 'Token ', 'Bearer', '');

/** Every text in the headers that could be taken for a token. */
const words = (header: string | undefined) => header?.split(/[\s,]+/) ?? [];

const check = async (headers: { authorization?: string; 'x-api-key'?: string }) => {
  const { status } = await send(`${playground.url}/api/articles`, headers);

  expect([200, 400, 401, 403]).toContain(status);
  if (status === 200) {
    expect([...words(headers.authorization), ...words(headers['x-api-key'])]).toContain(live);
  }
};

it('any Authorization header at all is answered, and grants nothing that was not earned', async () => {
  await fc.assert(
    fc.asyncProperty(scheme, value(), async (name, text) => {
      await check({ authorization: `${name}${text}`.trim() });
    }),
    { numRuns: RUNS },
  );
});

it('nor does any x-api-key, alone or beside an Authorization', async () => {
  await fc.assert(
    fc.asyncProperty(value(), fc.option(value()), async (text, beside) => {
      const authorization = beside === null ? {} : { authorization: `Bearer ${beside}`.trim() };
      await check({ 'x-api-key': text, ...authorization });
    }),
    { numRuns: RUNS },
  );
});

it('nor does a header of the largest size that Node takes', async () => {
  for (const text of ['a'.repeat(15_000), `${live},`.repeat(200), `sak_${'0'.repeat(12_000)}`]) {
    await check({ authorization: `Bearer ${text}` });
    await check({ 'x-api-key': text });
  }
});
