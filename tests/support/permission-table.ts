/** What docs/permissions.md says: the tests hold the plugin to it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ADMIN_ACTIONS, type AdminAction, isAdminAction } from '../../contracts';
import { ROOT } from './playground-env';

const PAGE = path.join(ROOT, 'docs', 'permissions.md');
const CLEAR_TEXT = 'clear text';
const ANY = 'any permission';

/** One admin route as the page has it. */
export interface DocumentedRoute {
  /** Method and path, as in `GET /keys/:id`. */
  route: string;
  /** Each of these permissions opens the route, alone unless something is asked besides. */
  opens: AdminAction[];
  /** All of these are asked besides, always. */
  besides: AdminAction[];
  /** The answer holds a token, which admin API tokens get only where Rules & notices allow it. */
  holdsToken: boolean;
}

const textOf = (cell: string) => cell.replace(/^`(.*)`$/, '$1');

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** The rows below the header of the one table that begins with this column. */
const rowsOf = (column: string): string[][] => {
  const page = readFileSync(PAGE, 'utf8');
  const tables = page.match(/(?:^\|.*\|\n)+/gm) ?? [];
  const found = tables
    .map((table) => table.trim().split('\n').map(cellsOf))
    .filter(([header]) => header?.[0] === column);
  const [table, another] = found;
  if (table === undefined || another !== undefined) {
    throw new Error(`docs/permissions.md has ${found.length} tables of each ${column}.`);
  }
  return table.slice(2);
};

const actionIn = (text: string): AdminAction => {
  const action = textOf(text);
  if (!text.startsWith('`') || !isAdminAction(action)) {
    throw new Error(`docs/permissions.md names a permission that there is not: ${text}`);
  }
  return action;
};

const listIn = (cell: string) => (cell === '–' ? [] : cell.split(', '));

const opensOf = (cell: string) =>
  cell === ANY ? Object.keys(ADMIN_ACTIONS).filter(isAdminAction) : listIn(cell).map(actionIn);

/** Each permission and the name that stands for it in the role editor. */
export const documentedActions = (): Record<string, string> =>
  Object.fromEntries(
    rowsOf('permission').map(([action = '', name = '']) => [textOf(action), name]),
  );

/**
 * The admin routes, in the page's order.
 *
 * @throws Error where a cell says what no test could hold the plugin to.
 */
export const documentedRoutes = (): DocumentedRoute[] =>
  rowsOf('method').map(([method = '', at = '', opens = '', besides = '']) => {
    const asked = listIn(besides);
    return {
      route: `${textOf(method)} ${textOf(at)}`,
      opens: opensOf(opens),
      besides: asked.filter((each) => each !== CLEAR_TEXT).map(actionIn),
      holdsToken: asked.includes(CLEAR_TEXT),
    };
  });
