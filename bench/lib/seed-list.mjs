/** As many keys as articles, written past both list pages that are measured. */
const CHUNK = 400;
const DAY_MS = 86_400_000;

const padded = (n) => String(n).padStart(6, '0');

export const insert = async (trx, table, rows) => {
  for (let at = 0; at < rows.length; at += CHUNK)
    await trx(table).insert(rows.slice(at, at + CHUNK));
};

/** Rows in an order that is none of the sorts'. */
const shuffled = (count) => Array.from({ length: count }, (_, n) => (n * 7919) % count);

const linkOf = (strapi, uid, attribute) => {
  const { name, joinColumn, inverseJoinColumn } =
    strapi.db.metadata.get(uid).attributes[attribute].joinTable;
  return { name, own: joinColumn.name, other: inverseJoinColumn.name };
};

const articlesOf = (numbers, now) =>
  numbers.map((n, at) => ({
    id: at + 1,
    document_id: `article${padded(n)}`,
    title: `Article ${padded(n)}`,
    slug: `article-${padded(n)}`,
    body: `Purpose of number ${n}`,
    created_at: now - n * 1000,
    updated_at: now - n * 500,
  }));

export const keysOf = (numbers, now, iso) =>
  numbers.map((n, at) => ({
    id: at + 1,
    document_id: `key${padded(n)}`,
    name: `Key ${padded(n)}`,
    description: `Purpose of number ${n}`,
    type: 'api-key',
    revision: 0,
    created_by_name: `Person ${n % 50}`,
    last_issued_by: `Person ${n % 50}`,
    created_at: iso(now - n * 1000),
    updated_at: iso(now - n * 500),
  }));

export const credentialsOf = (numbers, now) =>
  numbers.map((n, at) => ({
    key_id: at + 1,
    access_id: `Key${padded(n)}xyz`,
    prefix: 'sak',
    name_key: `name-${padded(n)}`,
    secret_hash: 'x'.repeat(97),
    mac: 'x'.repeat(43),
    mac_key_id: 'bench',
    secret_tag: 'bench',
    hint: `sak_Key${padded(n)}xyz_••••abcd`,
    issued_at: now - (n % 400) * DAY_MS,
    expires_at: n % 5 === 0 ? null : now + ((n % 700) - 50) * DAY_MS,
    revoked_at: n % 10 === 3 ? now : null,
    role_set: '1',
    last_used_at: n % 3 === 0 ? null : now - (n % 200) * DAY_MS,
    uses: n % 3 === 0 ? 0 : n % 5000,
  }));

const usesOf = (numbers, now) =>
  numbers.flatMap((n, at) =>
    n % 3 === 0
      ? []
      : [
          {
            key_id: at + 1,
            allowed: n % 5000,
            denied: n % 7,
            last_used_at: now - (n % 200) * DAY_MS,
            last_address: '192.0.2.1',
          },
        ],
  );

/** Fills both; the names of tags and categories are alike as well. */
export const seedList = async (strapi, { count }) => {
  const now = Date.now();
  const iso = (instant) => (strapi.db.dialect.client === 'sqlite' ? instant : new Date(instant));
  const numbers = shuffled(count);
  const role = await strapi.db.query('admin::api-access-role').findOne({ where: {} });
  const admin = await strapi.db.query('admin::user').findOne({ where: {} });
  const tags = [];
  const categories = [];
  for (let n = 0; n < 20; n += 1) {
    tags.push(
      await strapi.db
        .query('admin::api-access-tag')
        .create({ data: { name: `Tag ${n}`, nameKey: `tag-${n}` } }),
    );
    categories.push(
      await strapi.documents('api::category.category').create({ data: { name: `Tag ${n}` } }),
    );
  }
  await strapi.db.transaction(async ({ trx }) => {
    for (const table of ['articles', 'api_access_credentials', 'api_access_usage_totals'])
      await trx(table).delete();
    await trx('api_access_keys').delete();
    const link = (uid, attribute, otherOf) => {
      const { name, own, other } = linkOf(strapi, uid, attribute);
      return insert(
        trx,
        name,
        numbers.map((n, at) => ({ [own]: at + 1, [other]: otherOf(n) })),
      );
    };
    await insert(
      trx,
      'articles',
      articlesOf(numbers, now).map((row) => ({
        ...row,
        created_at: iso(row.created_at),
        updated_at: iso(row.updated_at),
      })),
    );
    await link('api::article.article', 'category', (n) => categories[n % 20].id);
    await insert(trx, 'api_access_keys', keysOf(numbers, now, iso));
    await insert(trx, 'api_access_credentials', credentialsOf(numbers, now));
    await insert(trx, 'api_access_usage_totals', usesOf(numbers, now));
    const key = 'admin::api-access';
    await link(key, 'roles', () => role.id);
    await link(key, 'tags', (n) => tags[n % 20].id);
    await link(key, 'author', () => admin.id);
  });
  if (strapi.db.dialect.client === 'sqlite') await strapi.db.connection.raw('analyze');
};
