import { notConfirmed, wrongUse } from '../exit';
import type { World } from '../world';

/**
 * Has somebody agree to what cannot be undone: at the terminal, or by `--yes` where nobody is there.
 *
 * @throws CliError where nobody has agreed.
 */
export const requireConsent = async (
  world: World,
  question: string,
  yes: boolean | undefined,
): Promise<void> => {
  if (yes === true) return;
  if (!world.isInteractive) throw wrongUse('Nobody is there to be asked: say --yes.');
  if (!(await world.confirms(question))) throw notConfirmed();
};
