import { Button, Flex, IconButton, LinkButton, Menu } from '@strapi/design-system';
import { ArrowClockwise, CrossCircle, More, Pencil, Trash } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { Key } from '../../../../../contracts/keys';
import { cameFrom } from '../../../hooks/use-return';
import { useT } from '../../../translations/use-t';
import type { KeyActions } from '../key-actions';
import { type KeyEnding } from '../key-ending-dialog';
import { KeyMoreItems, menuIdOf } from '../key-more-items';
import { keyPaths } from '../paths';

interface DetailButtonsProps {
  value: Key;
  actions: KeyActions;
  onEnd: (ending: KeyEnding) => void;
}

/** The buttons of a key's page, and a menu for the rest where there is more than the header holds. */
export const DetailButtons = (props: DetailButtonsProps) => {
  const { edit, regenerate, replace } = props.actions;
  return (
    <Flex gap={2} wrap="wrap">
      {edit || regenerate || replace ? <ManagedButtons {...props} /> : <EndingButtons {...props} />}
    </Flex>
  );
};

const ManagedButtons = ({ value, actions, onEnd }: DetailButtonsProps) => {
  const t = useT();
  const here = cameFrom(keyPaths.detail(value.id));
  return (
    <>
      {actions.replace || actions.revoke || actions.delete ? (
        <Menu.Root>
          <Menu.Trigger
            id={menuIdOf(value)}
            tag={IconButton}
            icon={<More />}
            variant="tertiary"
            size="S"
            endIcon={null}
            label={t('key.options', { name: value.name })}
          />
          <Menu.Content popoverPlacement="bottom-end" maxHeight="unset">
            <KeyMoreItems value={value} actions={actions} onEnd={onEnd} state={here} />
          </Menu.Content>
        </Menu.Root>
      ) : null}
      {actions.regenerate ? (
        <LinkButton
          tag={Link}
          to={keyPaths.regenerate(value.id)}
          state={here}
          size="S"
          variant="tertiary"
          startIcon={<ArrowClockwise />}
        >
          {t('key.regenerate')}
        </LinkButton>
      ) : null}
      {actions.edit ? (
        <LinkButton
          tag={Link}
          to={keyPaths.edit(value.id)}
          state={here}
          size="S"
          startIcon={<Pencil />}
        >
          {t('key.edit')}
        </LinkButton>
      ) : null}
    </>
  );
};

/** Of a key that one can only stop: revoked, or somebody's personal token. */
const EndingButtons = ({ value, actions, onEnd }: DetailButtonsProps) => {
  const t = useT();
  const end = (how: KeyEnding['how']) => () => {
    onEnd({ how, target: value });
  };
  return (
    <>
      {actions.delete ? (
        <Button size="S" variant="danger-light" startIcon={<Trash />} onClick={end('delete')}>
          {t('key.delete')}
        </Button>
      ) : null}
      {actions.revoke ? (
        <Button size="S" variant="danger-light" startIcon={<CrossCircle />} onClick={end('revoke')}>
          {t('key.revoke')}
        </Button>
      ) : null}
    </>
  );
};
