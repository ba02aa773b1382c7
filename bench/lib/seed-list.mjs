import { fill, seedKeys, settle, sqlOf } from './seed-rows.mjs';

const KEY = 'admin::api-access';
const ARTICLE = 'api::article.article';
const GROUPS = 20;

const linkOf = (strapi, uid, attribute) => {
  const { name, joinColumn, inverseJoinColumn } =
    strapi.db.metadata.get(uid).attributes[attribute].joinTable;
  return { name, own: joinColumn.name, other: inverseJoinColumn.name };
};

/** `case` over the groups of twenty, which all are alike in size. */
const oneOf = (ids) =>
  `case n % ${GROUPS} ${ids.map((id, at) => `when ${at} then ${id}`).join(' ')} end`;

const groupsOf = async (strapi) => {
  const tags = [];
  const categories = [];
  for (let n = 0; n < GROUPS; n += 1) {
    const name = `Tag ${n}`;
    const nameKey = `tag-${n}`;
    const query = strapi.db.query('admin::api-access-tag');
    const tag =
      (await query.findOne({ where: { nameKey } })) ??
      (await query.create({ data: { name, nameKey } }));
    const documents = strapi.documents('api::category.category');
    const category =
      (await documents.findFirst({ filters: { name } })) ??
      (await documents.create({ data: { name } }));
    tags.push(tag);
    categories.push(category);
  }
  return { tags, categories };
};

/** The rows of a table begin anew at 1. */
const empty = async (strapi, trx, table) => {
  if (strapi.db.dialect.client === 'postgres')
    await trx.raw('truncate table ?? restart identity cascade', [table]);
  else await trx(table).delete();
};

/**
 * As many keys as articles, alike in how many have which tag (category), author, role and so on.
 *
 * @param author - The admin whose keys and articles are one in fifty.
 * @returns what filters name.
 */
export const seedList = async (strapi, { count, author }) => {
  const { client } = strapi.db.dialect;
  const { at, padded } = sqlOf(client);
  const now = Date.now();
  const roleWhere = (where) => strapi.db.query('admin::api-access-role').findOne({ where });
  const role = await roleWhere({ name: 'Bench' });
  const full = await roleWhere({ code: 'full-access' });
  const admin = await strapi.db.query('admin::user').findOne({ where: { id: { $ne: author } } });
  const { tags, categories } = await groupsOf(strapi);
  const links = {
    category: linkOf(strapi, ARTICLE, 'category'),
    roles: linkOf(strapi, KEY, 'roles'),
    tags: linkOf(strapi, KEY, 'tags'),
    author: linkOf(strapi, KEY, 'author'),
  };
  const tables = [
    ...Object.values(links).map(({ name }) => name),
    'articles',
    'api_access_credentials',
    'api_access_usage_totals',
    'api_access_keys',
  ];
  await strapi.db.transaction(async ({ trx }) => {
    for (const table of tables) await empty(strapi, trx, table);
    const link = ({ name, own, other }, value, where = '') =>
      fill(trx, client, name, count, { [own]: 'i + 1', [other]: value }, where);
    await fill(trx, client, 'articles', count, {
      id: 'i + 1',
      document_id: `concat('article', ${padded()})`,
      title: `concat('Article ', ${padded()})`,
      slug: `concat('article-', ${padded()})`,
      body: "concat('Purpose of number ', n)",
      created_at: at(`${now} - n * 1000`),
      updated_at: at(`${now} - n * 500`),
      created_by_id: `case when n % 50 = 0 then ${author} else ${admin.id} end`,
    });
    // One in fifty has no category, and no author.
    const some = 'where n % 50 <> 1';
    await link(links.category, oneOf(categories.map(({ id }) => id)), some);
    await seedKeys(strapi, trx, { count, owner: admin.documentId });
    await link(links.roles, `case when n % 20 = 0 then ${full.id} else ${role.id} end`);
    await link(links.tags, oneOf(tags.map(({ id }) => id)));
    await link(links.author, `case when n % 50 = 0 then ${author} else ${admin.id} end`, some);
  });
  await settle(strapi, tables);
  return {
    now,
    role: role.documentId,
    full: full.documentId,
    tags: tags.map(({ documentId }) => documentId),
    categories: categories.map(({ documentId }) => documentId),
    author: (await strapi.db.query('admin::user').findOne({ where: { id: author } })).documentId,
    authorId: author,
    admin: admin.documentId,
    adminId: admin.id,
  };
};
