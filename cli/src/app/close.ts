import { setImmediate, setTimeout as sleep } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

interface WebhookRunner {
  readonly queue?: { readonly running: number };
}

/** Strapi gives a webhook ten seconds. */
const WEBHOOKS_MS = 11_000;
const ENDING_MS = 15_000;
const POLL_MS = 20;

/** Events leave after the commit, and Strapi waits for no webhook on its way out. */
const untilWebhooksAreSent = async (strapi: Core.Strapi): Promise<void> => {
  await setImmediate();
  const { queue } = strapi.get<WebhookRunner>('webhookRunner');
  for (let waited = 0; waited < WEBHOOKS_MS && (queue?.running ?? 0) > 0; waited += POLL_MS)
    await sleep(POLL_MS);
};

/** Ends an app; one that does not end in time is left, since the process ends anyway. */
export const close = async (strapi: Core.Strapi): Promise<void> => {
  await untilWebhooksAreSent(strapi);
  const ended = strapi.destroy().catch((error: unknown) => {
    strapi.log.warn(`api-access: the app did not end well: ${String(error)}`);
  });
  await Promise.race([ended, sleep(ENDING_MS)]);
};
