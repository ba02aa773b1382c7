import { ApiAccessError } from '../../../server/src/domain/errors';
import { namedKey } from '../app/named-key';
import type { AddCommand } from '../cli';
import { requireConsent } from '../input/confirm';
import { operatorOf } from '../input/operator';
import { keyFacts } from '../output/key-view';
import { json, stopping, type StoppingOptions } from './common';

export const addRevoke: AddCommand = (program, cli) => {
  const command = program
    .command('revoke')
    .summary('end a key for good')
    .description(
      'Ends a key or a personal token for good, which cannot be undone. Shows what that stops, and asks.',
    )
    .argument('<key>', 'Access ID, id or exact name');

  stopping(command).action(async (given: string, options: StoppingOptions) => {
    const { world } = cli;
    const actor = operatorOf(world, options.as);
    const app = await cli.app();
    const key = await namedKey(app, given);
    if (key.status === 'revoked') throw new ApiAccessError('key_revoked');
    world.tell(`${keyFacts(key)}\n`);
    await requireConsent(world, 'It never works again. Revoke it?', options.yes);
    const revoked = await app.keys.revoke(key.id, { revision: key.revision }, { actor });
    if (options.json === true) await world.print(json({ data: revoked }));
    else await world.print(`Revoked ${revoked.displayId} (${revoked.name}).`);
  });
};
