import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';
import type { Tag } from '../../../../../contracts/tags';
import { Chip } from '../../../components/chip';
import { useT } from '../../../translations/use-t';
import { TagDelete } from './tag-delete';
import { TagMerge } from './tag-merge';
import { TagRename } from './tag-rename';
import type { TagAction } from './tag-task';

const Item = styled(Box)`
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

const ACTIONS = ['rename', 'merge', 'delete'] as const;

interface TagItemProps {
  tag: Tag;
  /** What is open below it. */
  task: TagAction | null;
  onTask: (task: TagAction | null) => void;
  /** Called when it was merged or deleted. */
  onGone: () => void;
}

/** One tag: its name, its keys, and what can be done with it. */
export const TagItem = ({ tag, task, onTask, onGone }: TagItemProps) => {
  const t = useT();
  const item = useRef<HTMLLIElement>(null);
  const last = useRef<TagAction | null>(null);

  // Back to the button that opened what is closed now.
  useEffect(() => {
    if (task === null && last.current !== null) {
      item.current?.querySelector<HTMLElement>(`[data-task="${last.current}"]`)?.focus();
    }
    last.current = task;
  }, [task]);

  const close = () => {
    onTask(null);
  };
  return (
    <Item ref={item} tag="li" paddingTop={2} paddingBottom={2}>
      {task === 'rename' ? (
        <TagRename tag={tag} onClose={close} />
      ) : (
        <Flex gap={3} justifyContent="space-between">
          <Flex gap={3} minWidth="0">
            <Chip>{tag.name}</Chip>
            <Box shrink={0}>
              <Typography variant="pi" textColor="neutral600">
                {t('tags.keys', { count: tag.keyCount })}
              </Typography>
            </Box>
          </Flex>
          <Flex gap={1} shrink={0}>
            {ACTIONS.map((action) => (
              <Button
                key={action}
                data-task={action}
                variant="ghost"
                size="S"
                aria-label={t(`tags.${action}.label`, { name: tag.name })}
                aria-expanded={action === task}
                onClick={() => {
                  onTask(action === task ? null : action);
                }}
              >
                {t(`tags.${action}`)}
              </Button>
            ))}
          </Flex>
        </Flex>
      )}
      {task === 'merge' ? <TagMerge tag={tag} onClose={close} onGone={onGone} /> : null}
      {task === 'delete' ? <TagDelete tag={tag} onClose={close} onGone={onGone} /> : null}
    </Item>
  );
};
