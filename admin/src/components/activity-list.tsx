import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { ActivityEntry } from '../../../contracts/activity';
import { useListActivityOfKeyQuery } from '../api/activity';
import { type Can, usePermissions } from '../hooks/use-permissions';
import { DetailsButton } from '../pages/activity/details-button';
import { EntryDetails } from '../pages/activity/entry-details';
import { EntryIcon } from '../pages/activity/entry-icon';
import { useSentence } from '../pages/activity/sentence';
import { useT } from '../translations/use-t';
import { ErrorState } from './error-state';
import { SkeletonBar } from './skeleton-bar';
import { RelativeTime } from './time';

const PAGE_SIZE = 10;

const List = styled.ol`
  list-style: none;
  margin: 0;
  padding: 0;

  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const Item = styled.li`
  padding-block: ${({ theme }) => theme.spaces[3]};
  overflow-wrap: anywhere;
`;

const Entry = ({ entry, can }: { entry: ActivityEntry; can: Can }) => {
  const sentence = useSentence(can);
  const [isOpen, setOpen] = useState(false);
  const detailsId = `activity-${entry.id}`;
  return (
    <Item>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3}>
        <div>
          <Typography textColor="neutral700">
            <EntryIcon kind={entry.kind} />
            {sentence.rich(entry)}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="div">
            <RelativeTime value={entry.at} />
          </Typography>
        </div>
        <DetailsButton
          isOpen={isOpen}
          what={sentence.plain(entry)}
          controls={detailsId}
          onToggle={() => {
            setOpen(!isOpen);
          }}
        />
      </Flex>
      {isOpen ? (
        <div id={detailsId}>
          <EntryDetails entry={entry} />
        </div>
      ) : null}
    </Item>
  );
};

interface PartProps {
  keyId: string;
  page: number;
  can: Can;
  /** Asks for the next part. */
  onMore: (() => void) | null;
}

/** One page of the entries, and the button for the next one, where there is more. */
const Part = ({ keyId, page, can, onMore }: PartProps) => {
  const t = useT();
  const { data, error, isFetching, refetch } = useListActivityOfKeyQuery(
    { id: keyId, page, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true },
  );
  if (error !== undefined && !isFetching)
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <SkeletonBar />;
  if (data.meta.pagination.total === 0)
    return <Typography textColor="neutral600">{t('activity.none-of-key')}</Typography>;
  return (
    <>
      <List start={(page - 1) * PAGE_SIZE + 1} aria-label={t('activity.of-key.label')}>
        {data.data.map((entry) => (
          <Entry key={entry.id} entry={entry} can={can} />
        ))}
      </List>
      {onMore !== null && page < data.meta.pagination.pageCount ? (
        <Button variant="tertiary" size="S" onClick={onMore}>
          {t('activity.more')}
        </Button>
      ) : null}
    </>
  );
};

interface ActivityOfKeyProps {
  keyId: string;
}

/** What happened to one key, the newest first, with a button to load more. It brings no heading. */
export const ActivityOfKey = ({ keyId }: ActivityOfKeyProps) => {
  const { can } = usePermissions();
  const [pages, setPages] = useState(1);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {Array.from({ length: pages }, (_page, index) => (
        <Part
          key={index}
          keyId={keyId}
          page={index + 1}
          can={can}
          onMore={
            index + 1 === pages
              ? () => {
                  setPages(pages + 1);
                }
              : null
          }
        />
      ))}
    </Flex>
  );
};
