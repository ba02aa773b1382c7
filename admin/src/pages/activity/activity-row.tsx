import { Typography } from '@strapi/design-system';
import { memo, useState } from 'react';
import { styled } from 'styled-components';
import type { ActivityEntry } from '../../../../contracts/activity';
import { Mono } from '../../components/mono';
import { RelativeTime } from '../../components/time';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { DetailsButton } from './details-button';
import { EntryDetails } from './entry-details';
import { EntryIcon } from './entry-icon';
import { originWithoutAddress } from './origin';
import { useSentence } from './sentence';

/* A sentence takes as many lines as it needs; more than 40 rem of it would push the rest away. */
const Sentence = styled.td`
  && {
    white-space: normal;
    min-width: 28rem;
    overflow-wrap: anywhere;
  }
`;

const DetailsRow = styled.tr`
  && {
    border-top: 0;
    background: ${({ theme }) => theme.colors.neutral100};
  }

  && td {
    position: static;
    padding: ${({ theme }) => `${theme.spaces[4]} ${theme.spaces[5]}`};
  }
`;

interface ActivityRowProps {
  entry: ActivityEntry;
  can: Can;
}

export const ActivityRow = memo(({ entry, can }: ActivityRowProps) => {
  const t = useT();
  const sentence = useSentence(can);
  const [isOpen, setOpen] = useState(false);
  const detailsId = `activity-${entry.id}`;
  return (
    <>
      <tr>
        <Sentence>
          <Typography textColor="neutral700">
            <EntryIcon kind={entry.kind} />
            {sentence.rich(entry)}
          </Typography>
        </Sentence>
        <td>
          <Typography textColor="neutral800">
            <RelativeTime value={entry.at} />
          </Typography>
        </td>
        <td>
          {entry.address === null ? (
            <Typography textColor="neutral600">{originWithoutAddress(t, entry)}</Typography>
          ) : (
            <Mono>{entry.address}</Mono>
          )}
        </td>
        <td>
          <DetailsButton
            isOpen={isOpen}
            what={sentence.plain(entry)}
            controls={detailsId}
            onToggle={() => {
              setOpen(!isOpen);
            }}
          />
        </td>
      </tr>
      {isOpen ? (
        <DetailsRow id={detailsId}>
          <td colSpan={4}>
            <EntryDetails entry={entry} />
          </td>
        </DetailsRow>
      ) : null}
    </>
  );
});
ActivityRow.displayName = 'ActivityRow';
