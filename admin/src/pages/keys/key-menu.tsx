import { IconButton, Menu } from '@strapi/design-system';
import { ArrowClockwise, Eye, More, Pencil } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { Key } from '../../../../contracts/keys';
import { useT } from '../../translations/use-t';
import type { KeyActions } from './key-actions';
import { type KeyEnding } from './key-ending-dialog';
import { KeyMoreItems, menuIdOf } from './key-more-items';
import { keyPaths } from './paths';

interface KeyMenuProps {
  value: Key;
  actions: KeyActions;
  onEnd: (ending: KeyEnding) => void;
}

/** Options of one row. */
export const KeyMenu = ({ value, actions, onEnd }: KeyMenuProps) => {
  const t = useT();
  const navigate = useNavigate();
  const go = (path: string) => () => {
    navigate(path);
  };
  return (
    <Menu.Root>
      <Menu.Trigger
        id={menuIdOf(value)}
        tag={IconButton}
        icon={<More />}
        variant="ghost"
        size="S"
        endIcon={null}
        label={t('key.options', { name: value.name })}
      />
      <Menu.Content popoverPlacement="bottom-end" maxHeight="unset">
        <Menu.Item startIcon={<Eye />} onSelect={go(keyPaths.detail(value.id))}>
          {t('key.view')}
        </Menu.Item>
        {actions.edit ? (
          <Menu.Item startIcon={<Pencil />} onSelect={go(keyPaths.edit(value.id))}>
            {t('key.edit')}
          </Menu.Item>
        ) : null}
        {actions.regenerate ? (
          <Menu.Item startIcon={<ArrowClockwise />} onSelect={go(keyPaths.regenerate(value.id))}>
            {t('key.regenerate')}
          </Menu.Item>
        ) : null}
        <KeyMoreItems value={value} actions={actions} onEnd={onEnd} />
      </Menu.Content>
    </Menu.Root>
  );
};
