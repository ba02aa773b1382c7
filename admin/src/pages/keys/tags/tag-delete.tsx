import { Flex, Typography } from '@strapi/design-system';
import type { Tag } from '../../../../../contracts/tags';
import { useDeleteAccessTagMutation } from '../../../api/tags';
import { useT } from '../../../translations/use-t';
import { TagConfirm } from './tag-confirm';
import { useTagWrite } from './use-tag-write';

interface TagDeleteProps {
  tag: Tag;
  onClose: () => void;
  onGone: () => void;
}

/** Asks before a tag is deleted. */
export const TagDelete = ({ tag, onClose, onGone }: TagDeleteProps) => {
  const t = useT();
  const writing = useTagWrite();
  const [remove] = useDeleteAccessTagMutation();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3} paddingBottom={2}>
      <Typography tag="p" role="status">
        {t('tags.delete.loses', { count: tag.keyCount, name: tag.name })}
      </Typography>
      <TagConfirm
        writing={writing}
        failed={t('tags.delete.failed')}
        confirm={t('tags.delete.confirm')}
        onClose={onClose}
        onConfirm={() => {
          writing.write(
            () => remove(tag.id).unwrap(),
            t('tags.deleted', { name: tag.name }),
            onGone,
          );
        }}
      />
    </Flex>
  );
};
