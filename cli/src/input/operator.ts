import { line } from '../../../contracts';
import { operator, type Actor } from '../../../server/src/services/actor';
import { parseInput } from '../../../server/src/services/parse-input';
import type { World } from '../world';

const WHERE = 'command line';
const name = line('The name of --as', 100);

/** On whose behalf a command acts: whom `--as` names, or else the account that runs it. */
export const operatorOf = ({ account }: World, as: string | undefined): Actor => {
  const given = as === undefined ? account : parseInput(name, as);
  return operator(given === null ? WHERE : `${given} (${WHERE})`);
};
