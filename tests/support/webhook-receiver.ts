/** What Strapi's webhooks call: a small HTTP server that keeps all that it was sent. */
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

import { type Agent } from './playground';

export interface Delivery {
  headers: Record<string, unknown>;
  /** The body as it came. */
  text: string;
}

export interface WebhookReceiver {
  url: string;
  /** In the order in which they came; Strapi sends up to five at once. */
  deliveries: readonly Delivery[];
  /** Waits for so many in all; whoever waits for more than come fails. */
  waitFor: (count: number) => Promise<void>;
  stop: () => Promise<void>;
}

const WAIT_MS = 10_000;
const STEP_MS = 10;

export const startWebhookReceiver = async (): Promise<WebhookReceiver> => {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      deliveries.push({ headers: request.headers, text });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    deliveries,
    waitFor: async (count) => {
      for (let waited = 0; deliveries.length < count; waited += STEP_MS) {
        if (waited > WAIT_MS) throw new Error(`${deliveries.length} of ${count} webhooks came.`);
        await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

/** Makes a webhook as the docs say: over REST, since the panel's form has a fixed list of events. */
export const makeWebhook = async (
  admin: Agent,
  url: string,
  events: readonly string[],
): Promise<void> => {
  const body = { name: `Hook for ${events.length}`, url, headers: {}, events };
  const response = await admin.post('/admin/webhooks').send(body);
  expect([response.status, response.body]).toEqual([201, expect.anything()]);
};
