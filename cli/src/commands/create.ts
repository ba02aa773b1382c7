import { createKeyBody } from '../../../contracts';
import { parseInput } from '../../../server/src/services/parse-input';
import type { AddCommand } from '../cli';
import { wrongUse } from '../exit';
import { EXPIRY_FORMS, parseExpiry } from '../input/expiry';
import { operatorOf } from '../input/operator';
import { acting, type ActingOptions } from './common';
import { handOut } from './issued';

interface CreateOptions extends ActingOptions {
  readonly name: string;
  readonly role?: string[];
  readonly tag?: string[];
  readonly expires?: string;
  readonly description?: string;
  readonly technicalOwner?: string;
  readonly technicalOwnerEmail?: string[];
  readonly network?: string[];
}

const technicalOwnerOf = ({ technicalOwner: name, technicalOwnerEmail }: CreateOptions) => {
  if (name !== undefined) return { name, emails: technicalOwnerEmail ?? [] };
  if (technicalOwnerEmail === undefined) return undefined;
  throw wrongUse('--technical-owner-email needs --technical-owner.');
};

export const addCreate: AddCommand = (program, cli) => {
  const command = program
    .command('create')
    .summary('make a key')
    .description(
      'Makes a key. Its token alone goes to stdout, once; everything else goes to stderr. The key has no author, so its notices go to the addresses of Rules & notices until somebody takes it over.',
    )
    .requiredOption('--name <name>', 'the Access Name; purpose and environment, as prod-main-app')
    .option('--role <code...>', 'API roles, by code')
    .option('--tag <name...>', 'tags; new ones are made')
    .option('--expires <when>', `${EXPIRY_FORMS}; the default lifetime where absent`)
    .option('--description <text>', 'what it is for')
    .option('--technical-owner <name>', 'who runs the consumer')
    .option('--technical-owner-email <address...>', 'where they get a copy of notices')
    .option('--network <network...>', 'addresses and networks that it may be used from');

  acting(command).action(async (options: CreateOptions) => {
    const nowMs = cli.world.now();
    const input = parseInput(createKeyBody, {
      name: options.name,
      roles: options.role,
      tags: options.tag,
      expiresAt: options.expires === undefined ? undefined : parseExpiry(options.expires, nowMs),
      description: options.description,
      technicalOwner: technicalOwnerOf(options),
      networks: options.network,
    });
    const actor = operatorOf(cli.world, options.as);
    const { keys } = await cli.app();
    const issued = await keys.create(input, { actor });
    await handOut(cli.world, issued, { asJson: options.json, title: 'The key is made.' });
  });
};
