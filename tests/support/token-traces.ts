/** Where a browser could keep a token: each place is looked into. */
import { expect, type Page } from '@playwright/test';

interface Fiber {
  memoizedProps?: { store?: { getState?: () => unknown } } | null;
  child: Fiber | null;
  sibling: Fiber | null;
}

/** The state of the panel's Redux store, caches of requests among it. */
const reduxState = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const root = document.getElementById('strapi') as unknown as Record<string, Fiber>;
    const name = Object.keys(root).find((key) => key.startsWith('__reactContainer$'));
    const waiting = name === undefined ? [] : [root[name]];
    for (let fiber = waiting.pop(); fiber !== undefined; fiber = waiting.pop()) {
      const store = fiber.memoizedProps?.store;
      if (typeof store?.getState === 'function') return JSON.stringify(store.getState());
      if (fiber.sibling !== null) waiting.push(fiber.sibling);
      if (fiber.child !== null) waiting.push(fiber.child);
    }
    throw new Error('The panel has no Redux store that could be found.');
  });

const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const answers = await cache.matchAll();
        return [
          (await cache.keys()).map(({ url }) => url),
          await Promise.all(answers.map((answer) => answer.text())),
        ];
      }),
    );
    const done = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => {
          resolve(asked.result);
        };
        asked.onerror = () => {
          reject(new Error('IndexedDB could not be read.'));
        };
      });
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = '' }) => {
        const database = await done(indexedDB.open(name));
        const stores = [...database.objectStoreNames];
        if (stores.length === 0) return [];
        const all = database.transaction(stores);
        return Promise.all(stores.map((store) => done(all.objectStore(store).getAll())));
      }),
    );
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
      location.href,
      document.cookie,
      cached,
      databases,
      performance.getEntries().map((entry) => JSON.stringify(entry)),
    ]);
  });

const secretOf = (token: string) => token.split('_')[2] ?? token;

/** Nothing of the secret is left: not in the page, a field, a storage or the URL. */
export const expectNoTraceInPage = async (page: Page, token: string): Promise<void> => {
  const secret = secretOf(token);
  expect(await page.content()).not.toContain(secret);
  const fields = await page
    .locator('input, textarea')
    .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
  expect(fields.join()).not.toContain(secret);
  expect(await stored(page)).not.toContain(secret);
};

/** The same of the admin panel, its store included. */
export const expectNoTrace = async (page: Page, token: string): Promise<void> => {
  await expectNoTraceInPage(page, token);
  const state = await reduxState(page);
  expect(state).toContain('queries');
  expect(state).not.toContain(secretOf(token));
};
