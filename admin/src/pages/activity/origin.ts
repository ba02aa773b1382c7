import type { ActivityEntry } from '../../../../contracts/activity';
import type { Translate } from '../../translations/use-t';

/** Where something was done from, for what has no address: the app does things of its own accord. */
export const originWithoutAddress = (t: Translate, { actor: { kind } }: ActivityEntry): string =>
  kind === 'system' || kind === 'app' ? t(`activity.actor.${kind}`) : t('activity.no-address');
