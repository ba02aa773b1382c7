import { Menu } from '@strapi/design-system';
import { CrossCircle, Duplicate, Trash } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { Key } from '../../../../contracts/keys';
import { useT } from '../../translations/use-t';
import type { KeyActions } from './key-actions';
import { type KeyEnding } from './key-ending-dialog';
import { keyPaths } from './paths';

/** Id of the button of a key's menu, to which focus goes back after a dialog. */
export const menuIdOf = ({ id }: Key) => `key-options-${id}`;

interface KeyMoreItemsProps {
  value: Key;
  actions: KeyActions;
  onEnd: (ending: KeyEnding) => void;
  /** What a link to another page tells it of where it came from. */
  state?: unknown;
}

/** What one seldom does with a key, in the menu of a row and of a page alike. */
export const KeyMoreItems = ({ value, actions, onEnd, state }: KeyMoreItemsProps) => {
  const t = useT();
  const navigate = useNavigate();
  const end = (how: KeyEnding['how']) => () => {
    onEnd({ how, target: value, opener: menuIdOf(value) });
  };
  return (
    <>
      {actions.replace ? (
        <Menu.Item
          startIcon={<Duplicate />}
          onSelect={() => {
            navigate(keyPaths.replacement(value.id), { state });
          }}
        >
          {t('key.replace')}
        </Menu.Item>
      ) : null}
      {actions.revoke ? (
        <Menu.Item variant="danger" startIcon={<CrossCircle />} onSelect={end('revoke')}>
          {t('key.revoke')}
        </Menu.Item>
      ) : null}
      {actions.delete ? (
        <Menu.Item variant="danger" startIcon={<Trash />} onSelect={end('delete')}>
          {t('key.delete')}
        </Menu.Item>
      ) : null}
    </>
  );
};
