/** What the tests of API roles' pages answer in the server's place, and how they open a page. */
import { expect, type Page } from '@playwright/test';

import type { GrantableAction, RoleImpact } from '../../contracts';
import type { Answer } from '../support/consumers';
import { type DemoPage } from '../support/demo-panel';

export const ROLES = '/settings/api-access-roles';
export const SEARCH = 'Search actions and routes';

const action = (uid: string, rest: Partial<GrantableAction> = {}): GrantableAction => {
  const [api = '', controller = '', name = ''] = uid.split('.');
  return {
    action: uid,
    api,
    apiName: controller,
    controller,
    name,
    routes: [{ method: 'GET', path: `/api/${controller}s` }],
    readOnly: true,
    isPublic: false,
    relations: [],
    ...rest,
  };
};

export const ARTICLE_FIND = action('api::article.article.find', {
  apiName: 'Article',
  isPublic: true,
  relations: [{ field: 'category', action: 'api::category.category.find' }],
});
export const ACTIONS = [
  ARTICLE_FIND,
  action('api::article.article.delete', {
    apiName: 'Article',
    readOnly: false,
    routes: [{ method: 'DELETE', path: '/api/articles/:id' }],
  }),
  action('api::category.category.find', { apiName: 'Category' }),
];

export const MANY = Array.from({ length: 60 }, (_, api) =>
  ['find', 'findOne', 'create', 'update', 'delete'].map((name) =>
    action(`api::kind-${api}.kind-${api}.${name}`, { apiName: `Kind ${api}` }),
  ),
).flat();

export const IMPACT: RoleImpact = {
  removed: [ARTICLE_FIND.action],
  keyCount: 5,
  hitCount: 4,
  keys: [
    {
      id: 'k1',
      name: 'prod-main-app',
      displayId: 'sak_7Hd2kQpXw3Zt',
      lastUsedAt: new Date(Date.now() - 3_600_000).toISOString(),
      technicalOwner: 'Web team',
      owner: null,
      actions: [ARTICLE_FIND.action],
    },
    {
      id: 'k2',
      name: 'prod-mobile-app',
      displayId: 'sak_9Kd2kQpXw3Za',
      lastUsedAt: new Date(Date.now() - 86_400_000).toISOString(),
      technicalOwner: null,
      owner: null,
      actions: [ARTICLE_FIND.action],
    },
    {
      id: 'k3',
      name: 'Notebook',
      displayId: 'sak_3Kd2kQpXw3Zb',
      lastUsedAt: new Date(Date.now() - 2 * 86_400_000).toISOString(),
      technicalOwner: null,
      owner: 'Ada Author',
      actions: [ARTICLE_FIND.action],
    },
  ],
};

/** Answers one of the plugin's requests in the server's place. */
export const answer = (page: Page, path: string | RegExp, data: unknown, status = 200) =>
  page.route(
    (url) =>
      typeof path === 'string'
        ? url.pathname === `/api-access${path}`
        : path.test(url.pathname.replace('/api-access', '')),
    (route) =>
      route.fulfill({
        status,
        json:
          status < 400 ? { data } : { data: null, error: { status, name: 'Error', message: '' } },
      }),
  );

/** The `data` of an answer that a test relies on. */
export const dataIn = ({ status, body }: Answer): unknown => {
  expect(status).toBeLessThan(300);
  return (body as { data: unknown }).data;
};

export const IMPACT_PATH = /^\/roles\/[^/]+\/impact$/;

export const box = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name });

export const LOOKS = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 768 },
] as const;

/** Opens a role from the list, and waits for what one can choose. */
export const openRole = async ({ open, page }: DemoPage, name: string) => {
  await open(ROLES);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByLabel(SEARCH)).toBeVisible();
};
