/**
 * Many keys, without the argon2 run that issuing each would cost: rows are copies of a key that the
 * plugin made, and those that are to work get secrets from its own issuing.
 */
const FIRST_ID = 10_000;
const DAY_MS = 86_400_000;

/** A prime below 10^12 and a factor: numbers in a row become Access IDs that lie anywhere. */
const PRIME = 999_999_999_989;
const FACTOR = 387_420_489;

const isSqlite = (strapi) => strapi.db.dialect.client === 'sqlite';

/** How the databases that are measured say the same things. */
const wordsOf = (strapi) =>
  isSqlite(strapi)
    ? {
        numbers: (count) =>
          `(with recursive s(n) as (select 0 union all select n + 1 from s where n < ${count - 1}) select n from s) s`,
        padded: (value, width) => `printf('%0${width}d', ${value})`,
        before: (column) => `t.${column} - s.n * 1000`,
      }
    : {
        numbers: (count) => `generate_series(0, ${count - 1}) s(n)`,
        padded: (value, width) => `lpad((${value})::text, ${width}, '0')`,
        before: (column) => `t.${column} - s.n * interval '1 second'`,
      };

const accessIdOf = (n) => String((BigInt(n) * BigInt(FACTOR)) % BigInt(PRIME)).padStart(12, '0');

/** One statement: the row that `where` names, once for each number, changed where `changes` say so. */
const copy = async (strapi, trx, { table, count, where, changes }) => {
  const columns = Object.keys(await trx(table).columnInfo()).filter(
    (name) => changes[name] !== null,
  );
  const values = columns.map((name) => changes[name] ?? `t."${name}"`);
  const names = columns.map((name) => `"${name}"`);
  await trx.raw(
    `insert into ${table} (${names.join(', ')}) select ${values.join(', ')}
     from ${table} t cross join ${wordsOf(strapi).numbers(count)} where ${where}`,
  );
};

/** SQLite's page cache is far too small for indexes over a million rows; only while these are written. */
const withRoom = async (strapi, write) => {
  if (!isSqlite(strapi)) return write();
  const pragma = (text) => strapi.db.connection.raw(`pragma ${text}`);
  const [{ cache_size: before }] = await pragma('cache_size');
  await pragma('cache_size = -262144');
  try {
    return await write();
  } finally {
    await pragma(`cache_size = ${before}`);
  }
};

const copyKey = (strapi, { count, template }) => {
  const { padded, before } = wordsOf(strapi);
  const id = `${FIRST_ID} + s.n`;
  const scattered = isSqlite(strapi) ? 's.n' : 's.n::bigint';
  return strapi.db.transaction(async ({ trx }) => {
    await copy(strapi, trx, {
      table: 'api_access_keys',
      count,
      where: `t.id = ${template}`,
      changes: {
        id,
        document_id: padded('s.n', 24),
        name: `'Key ' || ${padded('s.n', 7)}`,
        created_at: before('created_at'),
        updated_at: before('updated_at'),
      },
    });
    await copy(strapi, trx, {
      table: 'api_access_credentials',
      count,
      where: `t.key_id = ${template}`,
      changes: {
        key_id: id,
        access_id: padded(`${scattered} * ${FACTOR} % ${PRIME}`, 12),
        name_key: padded('s.n', 64),
        // What each hash confirms is remembered by the hash, so no two may be the same.
        secret_hash: `substr(t.secret_hash, 1, 80) || ${padded('s.n', 17)}`,
        expires_at: `case when s.n % 5 = 0 then null else t.issued_at + (${scattered} % 700 + 60) * ${DAY_MS} end`,
      },
    });
    await copy(strapi, trx, {
      table: 'api_access_keys_roles_lnk',
      count,
      where: `t.api_access_id = ${template}`,
      changes: { id: null, api_access_id: id },
    });
  });
};

const columnsOf = ({ mac, macKeyId, secretTag, hint }) => ({
  mac,
  mac_key_id: macKeyId,
  secret_tag: secretTag,
  hint,
});

/**
 * Issues secrets as the plugin does, with one argon2 run for all of them: whoever measures the fast
 * check needs no hash that fits.
 */
const issuer = async (strapi) => {
  const plugin = (name) => strapi.plugin('api-access').service(name);
  const hashing = plugin('hashing');
  const { hash } = hashing;
  const shared = await hash('a secret of the benchmarks');
  return async (accessId) => {
    hashing.hash = () => Promise.resolve(shared);
    try {
      return await plugin('issuing').issue(accessId, null);
    } finally {
      hashing.hash = hash;
    }
  };
};

/**
 * `count` keys, `usable` of them with a token; these lie all over the table.
 *
 * @param like - Access ID of the key to copy.
 * @param roleSets - Given in turn to the usable ones; without, they have the roles of that key.
 * @returns Tokens and ids of the usable ones.
 */
export const seedKeys = async (strapi, { like, count, usable, roleSets = [] }) => {
  const credentials = () => strapi.db.connection('api_access_credentials');
  const { key_id: template } = await credentials().where({ access_id: like }).first('key_id');
  await withRoom(strapi, () => copyKey(strapi, { count, template }));
  const issue = await issuer(strapi);
  const step = count / usable;
  const made = [];
  for (let n = 0; n < usable; n += 1) {
    const at = Math.floor(n * step);
    made.push({ id: FIRST_ID + at, accessId: accessIdOf(at), issued: await issue(accessIdOf(at)) });
  }
  await strapi.db.transaction(async ({ trx }) => {
    for (const [n, { accessId, issued }] of made.entries()) {
      const roles = roleSets.length === 0 ? {} : { role_set: roleSets[n % roleSets.length] };
      const changed = await trx('api_access_credentials')
        .where({ access_id: accessId })
        .update({ ...columnsOf(issued.fields), ...roles });
      if (changed !== 1) throw new Error(`There is no key ${accessId}.`);
    }
  });
  await strapi.db.connection.raw('analyze');
  return {
    firstId: FIRST_ID,
    ids: made.map(({ id }) => id),
    accessIds: made.map(({ accessId }) => accessId),
    tokens: made.map(({ issued }) => issued.token),
  };
};

/** Tokens whose shape and checksum are right, and whose secret is nobody's. */
export const forgedTokens = async (strapi, { accessIds }) => {
  const issue = await issuer(strapi);
  const tokens = [];
  for (const accessId of accessIds) tokens.push((await issue(accessId)).token);
  return tokens;
};

/** As the other node of two with different server secrets leaves them: the mac says nothing here. */
export const forgetMacs = (strapi, { accessIds }) =>
  strapi.db.transaction(async ({ trx }) => {
    for (const accessId of accessIds)
      await trx('api_access_credentials')
        .where({ access_id: accessId })
        .update({ mac_key_id: 'another' });
  });

/** Roles of five actions each, and sets of them as credentials hold them: each alone, then several. */
export const seedRoleSets = async (strapi, { roles: howMany, sets: howManySets }) => {
  const roles = strapi.plugin('api-access').service('roles');
  const actions = strapi.contentAPI.permissions.providers.action
    .keys()
    .filter((action) => action.startsWith('api::'));
  const ids = [];
  for (let n = 0; n < howMany; n += 1) {
    const others = Array.from({ length: 4 }, (_, at) => actions[(n + at) % actions.length]);
    const permissions = [...new Set(['api::article.article.find', ...others])];
    const { id: documentId } = await roles.create({
      name: `Role ${n}`,
      kind: 'custom',
      permissions,
    });
    const { id } = await strapi.db
      .query('admin::api-access-role')
      .findOne({ where: { documentId } });
    ids.push(id);
  }
  const several = [];
  for (let bits = 1; several.length < howManySets && bits < 2 ** howMany; bits += 1) {
    const set = ids.filter((_, at) => (bits >> at) % 2 === 1);
    if (set.length > 1) several.push(set.sort((a, b) => a - b).join(','));
  }
  return [...ids.map(String), ...several];
};
