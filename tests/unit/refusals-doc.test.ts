import { readFileSync } from 'node:fs';
import path from 'node:path';

import { REFUSAL_CODES } from '../../contracts';
import { REFUSAL_ANSWERS } from '../../server/src/domain/refusals';

const DOC = readFileSync(path.join(__dirname, '../../docs/protecting-routes.md'), 'utf8');

/** Status and code of each refusal in the table. */
const told = [...DOC.matchAll(/^\| (\d{3}) +\| ([^|]+)\|/gm)].flatMap(([, status, codes = '']) =>
  [...codes.matchAll(/`(\w+)`/g)].map(([, code]) => `${String(status)} ${String(code)}`),
);

describe('the table of refusals in the docs', () => {
  it('holds each of them once, with its status', () => {
    const made = REFUSAL_CODES.map((code) => `${String(REFUSAL_ANSWERS[code].status)} ${code}`);

    expect([...told].sort()).toEqual([...made].sort());
  });
});
