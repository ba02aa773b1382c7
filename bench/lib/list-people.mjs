/** Admins who look at the lists; a session lasts for 30 minutes, so they sign in anew. */
const ADMIN = { email: 'bench@example.com', password: 'Correct-horse-1' };
const AUTHOR = { email: 'author@example.com', password: 'Correct-horse-2' };

const signIn = async (url, { email, password }) => {
  const response = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()).data.token;
};

/** Somebody who sees what is theirs and nothing else, of keys and of articles. */
const makeAuthor = async (strapi) => {
  const roles = strapi.service('admin::role');
  const role = await roles.create({ name: 'Bench author', description: 'Own things' });
  const permission = (action, subject, conditions = []) => ({
    action,
    subject,
    properties: subject === null ? {} : { fields: ['title', 'slug', 'body', 'category'] },
    conditions,
  });
  await roles.assignPermissions(role.id, [
    permission('plugin::api-access.create-api-access', null),
    permission('plugin::content-manager.explorer.read', 'api::article.article', [
      'admin::is-creator',
    ]),
  ]);
  const { id } = await strapi.service('admin::user').create({
    ...AUTHOR,
    firstname: 'Bench',
    lastname: 'Author',
    roles: [role.id],
    isActive: true,
    registrationToken: null,
  });
  return id;
};

/** Makes both, unless they are there; two admins, so that an author is not the only one. */
export const listPeople = async (strapi) => {
  const find = ({ email }) => strapi.db.query('admin::user').findOne({ where: { email } });
  if ((await find(ADMIN)) === null)
    await strapi.service('admin::user').create({
      ...ADMIN,
      firstname: 'Bench',
      lastname: 'Admin',
      roles: [(await strapi.service('admin::role').getSuperAdmin()).id],
      isActive: true,
      registrationToken: null,
    });
  return { author: (await find(AUTHOR))?.id ?? (await makeAuthor(strapi)) };
};

/** Session tokens of both. */
export const signedIn = async (url) => ({
  admin: await signIn(url, ADMIN),
  author: await signIn(url, AUTHOR),
});
