import { Button, Flex, Typography } from '@strapi/design-system';
import type { Tag } from '../../../../../contracts/tags';
import { useDeleteAccessTagMutation } from '../../../api/tags';
import { FormAlert } from '../../../components/form-alert';
import { useT } from '../../../translations/use-t';
import { useTagWrite } from './use-tag-write';

interface TagDeleteProps {
  tag: Tag;
  onClose: () => void;
  onGone: () => void;
}

/** Asks before a tag is deleted. */
export const TagDelete = ({ tag, onClose, onGone }: TagDeleteProps) => {
  const t = useT();
  const { failure, isBusy, write } = useTagWrite();
  const [remove] = useDeleteAccessTagMutation();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3} paddingBottom={2}>
      <Typography tag="p" role="status">
        {t('tags.delete.loses', { count: tag.keyCount, name: tag.name })}
      </Typography>
      <FormAlert title={t('tags.delete.failed')} failure={failure} />
      <Flex gap={2} justifyContent="flex-end">
        <Button variant="tertiary" size="S" onClick={onClose} disabled={isBusy}>
          {t('action.cancel')}
        </Button>
        <Button
          variant="danger-light"
          size="S"
          loading={isBusy}
          onClick={() => {
            write(() => remove(tag.id).unwrap(), t('tags.deleted', { name: tag.name }), onGone);
          }}
        >
          {t('tags.delete.confirm')}
        </Button>
      </Flex>
    </Flex>
  );
};
