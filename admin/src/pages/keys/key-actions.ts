import type { Key } from '../../../../contracts/keys';
import type { Can } from '../../hooks/use-permissions';

export interface KeyActions {
  readonly edit: boolean;
  readonly regenerate: boolean;
  readonly revoke: boolean;
  readonly delete: boolean;
}

/** What can be done with a key: a revoked one is on record only, and can be deleted. */
export const actionsOn = ({ status }: Key, can: Can): KeyActions => {
  const isAlive = status !== 'revoked';
  return {
    edit: isAlive && can('update'),
    regenerate: isAlive && can('regenerate'),
    revoke: isAlive && can('revoke'),
    delete: can('delete'),
  };
};
