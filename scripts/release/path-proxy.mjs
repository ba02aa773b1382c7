/** A proxy that has an app below a path of its own, and takes that path away before it asks the app. */
import { createServer, request } from 'node:http';
import { pipeline } from 'node:stream';

const forwarded = (from, to, port, path) => {
  const { method, headers } = from;
  const asked = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    to.writeHead(answer.statusCode, answer.headers);
    pipeline(answer, to, () => undefined);
  });
  asked.once('error', () => to.headersSent || to.writeHead(502).end());
  pipeline(from, asked, () => undefined);
};

/** Forwards what is below `path` to the app at `port`; anything else is not there. */
export const startPathProxy = async ({ path, port }) => {
  const server = createServer((from, to) => {
    if (!from.url.startsWith(`${path}/`)) return to.writeHead(404).end();
    return forwarded(from, to, port, from.url.slice(path.length));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${path}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};
