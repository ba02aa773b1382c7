import http from 'node:http';
import { setTimeout as rest } from 'node:timers/promises';

/** Between two of the small requests, so that they do not slow the large one down. */
const REST_MS = 3;

/** On a connection of its own: one that is kept may be closed while a long statement runs. */
const send = (address, { method = 'GET', headers = {}, body } = {}) =>
  new Promise((resolve, reject) => {
    const request = http.request(address, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    request.on('error', reject);
    request.end(body);
  });

/** Sends a request that costs nothing, again and again; the longest wait is what others meet. */
const watch = (url) => {
  let isOver = false;
  let longest = 0;
  const ended = (async () => {
    while (!isOver) {
      const start = performance.now();
      await send(`${url}/_health`);
      longest = Math.max(longest, performance.now() - start);
      if (!isOver) await rest(REST_MS);
    }
  })();
  return async () => {
    isOver = true;
    await ended;
    return longest;
  };
};

/**
 * Asks, and watches how long other requests wait meanwhile.
 *
 * @returns milliseconds that it `took`, the longest that another request `waited`, and the `body`.
 */
export const askTimed = async (
  url,
  { path, query, token, body, isBare = false, refused = false },
) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(isBare ? {} : query))
    for (const one of [value].flat()) search.append(name, one);
  const address = `${url}${path}?${search}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const stop = watch(url);
  const start = performance.now();
  const { status, text } = await send(
    address,
    body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) },
  );
  const took = performance.now() - start;
  const waited = await stop();
  if (refused ? status !== 400 : status !== 200)
    throw new Error(`${address} answered ${status}: ${text}`);
  return { took, waited, body: JSON.parse(text) };
};
