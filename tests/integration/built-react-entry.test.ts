/** The built entry `strapi-plugin-api-access/react`, as it is loaded without a browser. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../support/playground-env';

const NAME = 'strapi-plugin-api-access/react';
const BUILT = path.join(ROOT, 'dist', 'react');
const FILES = ['index.mjs', 'index.js'];

const read = (file: string) => readFileSync(path.join(BUILT, file), 'utf8');

/** What a program prints that Node itself runs, in the root of the package. */
const printed = (type: 'module' | 'commonjs', program: string): string => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`--input-type=${type}`, '--eval', program],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

const RENDER = `
  const page = (props) => renderToString(createElement(APIAccessPage, { apiUrl: '/api', ...props }));
  console.log(page({}) + page({ jwt: 'a.b.c', translations: { 'loading-text': 'Moment' } }));`;

describe('the React entry', () => {
  it.each([
    [
      'module',
      `import { createElement } from 'react';
       import { renderToString } from 'react-dom/server';
       import { APIAccessPage } from '${NAME}';`,
    ],
    [
      'commonjs',
      `const { createElement } = require('react');
       const { renderToString } = require('react-dom/server');
       const { APIAccessPage } = require('${NAME}');`,
    ],
  ] as const)('is rendered on a server, loaded as %s', (type, imports) => {
    const html = printed(type, imports + RENDER);

    expect(html).toContain('Sign in to see and manage your token.');
    expect(html).toContain('<p class="api-access-status" role="status">Moment</p>');
  });

  it.each(FILES)('needs React and nothing else: %s', (file) => {
    const needed = [...read(file).matchAll(/(?:from |require\()["']([^"']+)["']/g)];

    expect([...new Set(needed.map(([, name]) => name))].sort()).toEqual([
      'react',
      'react/jsx-runtime',
    ]);
  });

  it.each(FILES)('says in its first line that it runs in browsers: %s', (file) => {
    expect(read(file).split('\n')[0]).toBe("'use client';");
  });

  it('keeps what it types free of the server’s schemas', () => {
    const typed = ['index.d.ts', 'index.d.mts'].map(read).join('\n');

    expect(typed).toContain('APIAccessPageProps');
    expect(typed.match(/from '[^']+'/g)).toEqual(["from 'react'", "from 'react'"]);
  });
});
