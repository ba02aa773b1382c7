import { Option } from 'commander';

import {
  KEY_STATUSES,
  KEY_TYPES,
  QUICK_FILTERS,
  type Key,
  type KeyFilter,
} from '../../../contracts';
import { keyFilterQuery } from '../../../contracts';
import { parseInput } from '../../../server/src/services/parse-input';
import { keysWhere } from '../app/find-keys';
import { linkIds } from '../app/named-links';
import type { AddCommand } from '../cli';
import { keyTable } from '../output/key-view';
import { json, withJson, type CommonOptions } from './common';

interface ListOptions
  extends CommonOptions, Pick<KeyFilter, 'status' | 'type' | 'search' | 'quick'> {
  readonly role?: string[];
  readonly tag?: string[];
}

export const addList: AddCommand = (program, cli) => {
  const command = program
    .command('list')
    .summary('list keys')
    .description(
      'Lists keys, the oldest first. Revoked keys and personal tokens only if asked for.',
    )
    .addOption(new Option('--status <status...>', 'of these statuses').choices(KEY_STATUSES))
    .addOption(new Option('--type <type...>', 'of these types').choices(KEY_TYPES))
    .option('--search <text>', 'in name, description, Access ID and tags')
    .option('--role <code...>', 'with one of these API roles')
    .option('--tag <name...>', 'with one of these tags')
    .addOption(new Option('--quick <filter>', 'one of the quick filters').choices(QUICK_FILTERS));

  withJson(command).action(async ({ role, tag, json: asJson, ...filter }: ListOptions) => {
    const wanted = parseInput(keyFilterQuery, filter);
    const app = await cli.app();
    const found: Key[] = [];
    for await (const key of keysWhere(app, { ...wanted, ...(await linkIds(app, { role, tag })) }))
      found.push(key);
    if (asJson === true) await cli.world.print(json({ data: found }));
    else if (found.length > 0) await cli.world.print(keyTable(found));
    else cli.world.tell('There are no such keys.');
  });
};
