import { ApiAccessError } from '../../../server/src/domain/errors';
import { namedKey } from '../app/named-key';
import type { AddCommand } from '../cli';
import { requireConsent } from '../input/confirm';
import { EXPIRY_FORMS, parseNextExpiry } from '../input/expiry';
import { operatorOf } from '../input/operator';
import { keyFacts } from '../output/key-view';
import { stopping, type StoppingOptions } from './common';
import { handOut } from './issued';

interface RegenerateOptions extends StoppingOptions {
  readonly expires: string;
}

export const addRegenerate: AddCommand = (program, cli) => {
  const command = program
    .command('regenerate')
    .summary('give a key a new token')
    .description(
      'Gives a key a new token; the old one is dead at once. Shows what that stops, and asks. The new token alone goes to stdout, once.',
    )
    .argument('<key>', 'Access ID, id or exact name')
    .requiredOption('--expires <when>', `${EXPIRY_FORMS}; or same, as long as it was made for`);

  stopping(command).action(async (given: string, options: RegenerateOptions) => {
    const { world } = cli;
    const actor = operatorOf(world, options.as);
    const app = await cli.app();
    const key = await namedKey(app, given);
    if (key.status === 'revoked') throw new ApiAccessError('key_revoked');
    const expiresAt = parseNextExpiry(options.expires, key, world.now());
    world.tell(`${keyFacts(key)}\n`);
    await requireConsent(world, 'Its present token stops working at once. Go on?', options.yes);
    const { revision } = key;
    const issued = await app.keys.regenerate(key.id, { expiresAt, revision }, { actor });
    await handOut(world, issued, { asJson: options.json, title: 'The key has a new token.' });
  });
};
