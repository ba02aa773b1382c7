import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
const DOCS = readdirSync(path.join(ROOT, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => path.join('docs', name));
const LINK = /\]\(([^)\s]+)\)/g;
const ELSEWHERE = /^(https?:|mailto:)/;

/** How GitHub makes an anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  );

const isThere = (from: string, link: string) => {
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? from : path.join(path.dirname(from), target);
  if (!existsSync(file)) return false;
  return anchor === undefined || anchorsOf(file).includes(anchor);
};

describe.each(['README.md', 'SECURITY.md', ...DOCS])('the links of %s', (name) => {
  it('lead to files and headings that are there', () => {
    const file = path.join(ROOT, name);
    const links = [...readFileSync(file, 'utf8').matchAll(LINK)].map(([, link = '']) => link);
    const broken = links.filter((link) => !ELSEWHERE.test(link) && !isThere(file, link));
    expect(broken).toEqual([]);
  });
});
