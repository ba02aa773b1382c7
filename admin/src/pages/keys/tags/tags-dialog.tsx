import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { MAX_PAGE_SIZE } from '../../../../../contracts/common';
import { useListAccessTagsQuery } from '../../../api/tags';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { SearchField } from '../../../components/search-field';
import { useT } from '../../../translations/use-t';
import { TagItem } from './tag-item';
import type { TagTask } from './tag-task';

interface TagsDialogProps {
  isOpen: boolean;
  onClose: () => void;
  returnFocus: () => void;
}

/** What closes by itself when Escape is pressed in it. */
const OWN_ESCAPE = '[data-own-escape]';

/** All tags with the number of their keys; each can be renamed, merged and deleted. */
export const TagsDialog = ({ isOpen, onClose, returnFocus }: TagsDialogProps) => {
  const t = useT();
  return (
    <Modal.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal.Content
        aria-describedby={undefined}
        onEscapeKeyDown={(event) => {
          // It leaves the field that has a use for it, not the whole dialog.
          const { target } = event;
          if (target instanceof Element && target.closest(OWN_ESCAPE) !== null) {
            event.preventDefault();
          }
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <Modal.Header>
          <Modal.Title>{t('tags.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <TagsList />
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('tags.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const TagsList = () => {
  const t = useT();
  const [search, setSearch] = useState('');
  const [task, setTask] = useState<TagTask | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const { data, error, isFetching, refetch } = useListAccessTagsQuery(
    { page: 1, pageSize: MAX_PAGE_SIZE, ...(search === '' ? {} : { search }) },
    { refetchOnMountOrArgChange: true },
  );
  const tags = data?.data;
  const total = data?.meta.pagination.total ?? 0;
  return (
    <Flex ref={body} tabIndex={-1} direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p" textColor="neutral600">
        {t('tags.hint')}
      </Typography>
      <SearchField
        label={t('tags.search')}
        placeholder={t('tags.search')}
        value={search}
        onSearch={setSearch}
      />
      {error !== undefined && !isFetching ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : tags === undefined ? (
        <Flex justifyContent="center" padding={6}>
          <Loader>{t('table.loading')}</Loader>
        </Flex>
      ) : tags.length === 0 ? (
        <EmptyState content={t(search === '' ? 'tags.none-yet' : 'tags.none-matches')} />
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" aria-label={t('tags.title')}>
          {tags.map((tag) => (
            <TagItem
              key={tag.id}
              tag={tag}
              task={task?.id === tag.id ? task.what : null}
              onTask={(what) => {
                setTask(what === null ? null : { id: tag.id, what });
              }}
              onGone={() => {
                setTask(null);
                body.current?.focus();
              }}
            />
          ))}
        </Flex>
      )}
      {tags !== undefined && total > tags.length ? (
        <Typography tag="p" textColor="neutral600">
          {t('tags.more', { shown: tags.length, total })}
        </Typography>
      ) : null}
    </Flex>
  );
};
