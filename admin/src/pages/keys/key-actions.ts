import type { Key } from '../../../../contracts/keys';
import type { Can } from '../../hooks/use-permissions';

export interface KeyActions {
  readonly edit: boolean;
  readonly regenerate: boolean;
  /** Make a second key from its settings. */
  readonly replace: boolean;
  readonly revoke: boolean;
  readonly delete: boolean;
}

/**
 * What can be done with a key: a revoked one is on record only, and can be deleted; a personal token
 * is its owner's, whom others can only stop.
 */
export const actionsOn = ({ status, type }: Key, can: Can): KeyActions => {
  const isAlive = status !== 'revoked';
  const isManaged = isAlive && type === 'api-key';
  return {
    edit: isManaged && can('update'),
    regenerate: isManaged && can('regenerate'),
    replace: isManaged && can('create-api-access'),
    revoke: isAlive && can('revoke'),
    delete: can('delete'),
  };
};
