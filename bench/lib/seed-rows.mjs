/** Keys by the hundred thousand: the database makes the rows itself, from numbers. */
const DAY_MS = 86_400_000;

/** Numbers `i` in order, and `n`, the same ones in an order that is none of the sorts'. */
export const numbers = (client, count) => {
  const n = `i, (i * 7919) % ${count} as n`;
  switch (client) {
    case 'sqlite':
      return `(with recursive s(i) as (select 0 union all select i + 1 from s where i < ${count - 1}) select ${n} from s)`;
    case 'postgres':
      return `(select ${n} from generate_series(0::bigint, ${count - 1}) as i)`;
    default:
      return `(select ${n} from (select cast(seq as signed) as i from seq_0_to_${count - 1}) as s)`;
  }
};

/** An instant in Strapi's own columns, from milliseconds. */
const datetime = (client, ms) =>
  ({
    sqlite: ms,
    postgres: `(to_timestamp((${ms}) / 1000.0) at time zone 'utc')`,
    mysql: `from_unixtime((${ms}) / 1000)`,
  })[client];

/** Seven digits, so that text sorts as the number does. */
const padded = (client, n) =>
  `substr(cast(10000000 + ${n} as ${client === 'mysql' ? 'char' : 'text'}), 2)`;

/** `insert … select` of one expression for each column, one row for each number. */
export const fill = async (trx, client, table, count, columns, where = '') => {
  const names = Object.keys(columns).map((name) => trx.ref(name).toString());
  await trx.raw(
    `insert into ${trx.ref(table)} (${names.join(', ')}) select ${Object.values(columns).join(', ')} from ${numbers(client, count)} as numbers ${where}`,
  );
};

export const sqlOf = (client) => ({
  at: (ms) => datetime(client, ms),
  padded: (n = 'n') => padded(client, n),
});

/**
 * Keys with their credentials and what was used of them. One in ten is revoked, one in five never
 * expires, one in 21 is the personal token of `owner`, one in three was never used.
 */
export const seedKeys = async (strapi, trx, { count, firstId = 1, owner = null }) => {
  const { client } = strapi.db.dialect;
  const { at, padded: digits } = sqlOf(client);
  const now = Date.now();
  const person = "concat('Person ', n % 50)";
  await fill(trx, client, 'api_access_keys', count, {
    id: `i + ${firstId}`,
    document_id: `concat('key', ${digits()})`,
    name: `concat('Key ', ${digits()})`,
    description: "concat('Purpose of number ', n)",
    type: "'api-key'",
    revision: '0',
    created_by_name: person,
    last_issued_by: person,
    created_at: at(`${now} - n * 1000`),
    updated_at: at(`${now} - n * 500`),
  });
  const isPersonal = owner === null ? '1 = 0' : 'n % 21 = 7';
  await fill(trx, client, 'api_access_credentials', count, {
    key_id: `i + ${firstId}`,
    access_id: `concat('Key', ${digits()}, 'xy')`,
    prefix: "'sak'",
    name_key: `concat('name-', ${digits()})`,
    secret_hash: `'${'x'.repeat(97)}'`,
    mac: `'${'x'.repeat(43)}'`,
    mac_key_id: "'bench'",
    secret_tag: "'bench'",
    hint: `concat('sak_Key', ${digits()}, 'xy_....abcd')`,
    issued_at: `${now} - (n % 400) * ${DAY_MS}`,
    expires_at: `case when n % 5 = 0 then null else ${now} + ((n % 700) - 50) * ${DAY_MS} end`,
    revoked_at: `case when n % 10 = 3 then ${now} end`,
    owner_kind: `case when ${isPersonal} then 'admin' end`,
    owner_id: `case when ${isPersonal} then '${owner}' end`,
    role_set: "'1'",
    last_used_at: `case when n % 3 = 0 then null else ${now} - (n % 200) * ${DAY_MS} end`,
    uses: 'case when n % 3 = 0 then 0 else n % 5000 end',
  });
  await fill(
    trx,
    client,
    'api_access_usage_totals',
    count,
    {
      key_id: `i + ${firstId}`,
      allowed: 'n % 5000',
      denied: 'n % 7',
      last_used_at: `${now} - (n % 200) * ${DAY_MS}`,
      last_address: "'192.0.2.1'",
    },
    'where n % 3 <> 0',
  );
};

/** What PostgreSQL and MariaDB do by themselves after a while; nobody does it on SQLite. */
export const settle = async (strapi, tables) => {
  const { client } = strapi.db.dialect;
  for (const table of tables) {
    if (client === 'postgres') await strapi.db.connection.raw('vacuum analyze ??', [table]);
    if (client === 'mysql') await strapi.db.connection.raw('analyze table ??', [table]);
  }
};
