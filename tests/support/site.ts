/** A site of its own origin beside Strapi, with the component in it as an app would install it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { build } from 'esbuild';

/** The program of the site; the component comes from the built package, by its export map. */
const bundled = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'site-app.tsx')],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    // Development, so that React tells of what it does not like.
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const [program] = outputFiles;
  if (program === undefined) throw new Error('The site was not bundled.');
  return program.text;
};

const pageOf = (options: object) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>A site</title><link rel="icon" href="data:,"></head>
  <body>
    <div id="site"></div>
    <script>window.site = ${JSON.stringify(options)}</script>
    <script type="module" src="/site.js"></script>
  </body>
</html>`;

export interface Site {
  readonly apiUrl: string;
  /** Where it is; `?options` holds what a test wants of it, as JSON. */
  url: (options?: object) => string;
  stop: () => Promise<void>;
}

/** @param apiUrl - The content API that it speaks to, on another origin. */
export const startSite = async (apiUrl: string): Promise<Site> => {
  const program = await bundled();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    const isProgram = pathname === '/site.js';
    const options = JSON.parse(searchParams.get('options') ?? '{}') as object;
    response.setHeader('content-type', isProgram ? 'text/javascript' : 'text/html');
    response.end(isProgram ? program : pageOf({ apiUrl, ...options }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl,
    url: (options = {}) =>
      `http://127.0.0.1:${port}/?${String(new URLSearchParams({ options: JSON.stringify(options) }))}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
