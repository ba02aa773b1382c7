import type { IssuedKey } from '../../../contracts';
import { keyFacts } from '../output/key-view';
import type { World } from '../world';
import { json } from './common';

/** Hands out a token, once: alone on stdout, so that it can be piped to where it belongs. */
export const handOut = async (
  world: World,
  issued: IssuedKey,
  { asJson, title }: { readonly asJson: boolean | undefined; readonly title: string },
): Promise<void> => {
  if (asJson === true) {
    await world.printToken(json(issued));
    return;
  }
  world.tell(`${title}\n\n${keyFacts(issued.data)}\n\nThe token is shown this once:`);
  await world.printToken(issued.token);
};
