import { Button, Flex, LinkButton } from '@strapi/design-system';
import { ArrowClockwise, CrossCircle, Pencil, Trash } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { Key } from '../../../../contracts/keys';
import { cameFrom } from '../../hooks/use-return';
import { useT } from '../../translations/use-t';
import type { KeyActions } from './key-actions';
import { type KeyEnding } from './key-ending-dialog';
import { keyPaths } from './paths';

interface DetailButtonsProps {
  value: Key;
  actions: KeyActions;
  onEnd: (ending: KeyEnding) => void;
}

export const DetailButtons = ({ value, actions, onEnd }: DetailButtonsProps) => {
  const t = useT();
  const here = cameFrom(keyPaths.detail(value.id));
  return (
    <Flex gap={2} wrap="wrap">
      {actions.delete ? (
        <Button
          size="S"
          variant="danger-light"
          startIcon={<Trash />}
          onClick={() => {
            onEnd({ how: 'delete', target: value });
          }}
        >
          {t('key.delete')}
        </Button>
      ) : null}
      {actions.revoke ? (
        <Button
          size="S"
          variant="danger-light"
          startIcon={<CrossCircle />}
          onClick={() => {
            onEnd({ how: 'revoke', target: value });
          }}
        >
          {t('key.revoke')}
        </Button>
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
    </Flex>
  );
};
