import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { type MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Key } from '../../../../contracts/keys';
import { Chip } from '../../components/chip';
import { ClickableRow } from '../../components/data-table';
import { Mono } from '../../components/mono';
import { DateOnly, RelativeTime } from '../../components/time';
import { useFormats } from '../../hooks/use-formats';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { actionsOn } from './key-actions';
import { type KeyEnding } from './key-ending-dialog';
import { KeyMenu } from './key-menu';
import { keyPaths } from './paths';
import type { KeySelection } from './use-selection';
import { StatusBadge } from '../../components/status-badge';

const SHOWN_TAGS = 2;

const NameLink = styled(Link)`
  color: inherit;
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }
`;

/* Nine columns fit a window of 1280 pixels; wider ones give names and tags more room. */
const NameBox = styled(Box)`
  min-width: 11rem;
  max-width: 12rem;

  @media (min-width: 1440px) {
    max-width: 32rem;
  }
`;

const AccessId = styled(Mono)`
  font-size: 1.2rem;
`;

const Tags = styled(Flex)`
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[1]};
  max-width: 9.2rem;

  @media (min-width: 1440px) {
    flex-wrap: nowrap;
    max-width: 28rem;
  }
`;

/** Where a click means the cell's own content: selecting an Access ID, opening a menu. */
const stay = (event: MouseEvent) => {
  event.stopPropagation();
};

interface KeyRowProps {
  value: Key;
  can: Can;
  /** Absent where the viewer can do nothing with chosen keys. */
  selection: Pick<KeySelection, 'has' | 'toggle'> | null;
  onEnd: (ending: KeyEnding) => void;
}

export const KeyRow = ({ value, can, selection, onEnd }: KeyRowProps) => {
  const t = useT();
  const { number } = useFormats();
  const navigate = useNavigate();
  const path = keyPaths.detail(value.id);
  const more = value.tags.slice(SHOWN_TAGS);
  return (
    <ClickableRow
      onClick={() => {
        navigate(path);
      }}
    >
      {selection === null ? null : (
        <td onClick={stay}>
          <Checkbox
            aria-label={t('keys.select.one', { name: value.name })}
            checked={selection.has(value.id)}
            onCheckedChange={(isOn) => {
              selection.toggle(value, isOn === true);
            }}
          />
        </td>
      )}
      <td>
        <NameBox>
          <Typography tag="div" fontWeight="semiBold" ellipsis>
            <NameLink to={path} onClick={stay}>
              {value.name}
            </NameLink>
          </Typography>
          {value.description === null ? null : (
            <Typography tag="div" variant="pi" textColor="neutral600" ellipsis>
              {value.description}
            </Typography>
          )}
        </NameBox>
      </td>
      <td onClick={stay}>
        <AccessId>{value.displayId}</AccessId>
      </td>
      <td>
        <Tags>
          {value.tags.slice(0, SHOWN_TAGS).map((tag) => (
            <Chip key={tag.id}>{tag.name}</Chip>
          ))}
          {more.length === 0 ? null : (
            <Typography
              variant="pi"
              textColor="neutral600"
              title={more.map((tag) => tag.name).join(', ')}
            >
              {t('key.more-tags', { count: more.length })}
            </Typography>
          )}
        </Tags>
      </td>
      <td>
        <Typography variant="pi">{t(`type.${value.type}`)}</Typography>
      </td>
      <td>
        <Typography variant="pi">
          {value.expiresAt === null ? t('key.never') : <DateOnly value={value.expiresAt} />}
        </Typography>
      </td>
      <td>
        <StatusBadge status={value.status} />
      </td>
      <td>
        <Typography variant="pi">
          {value.usage.lastUsedAt === null ? (
            t('key.never')
          ) : (
            <RelativeTime value={value.usage.lastUsedAt} style="short" />
          )}
        </Typography>
      </td>
      <td>
        <Typography variant="pi">{number(value.usage.allowed)}</Typography>
      </td>
      <td onClick={stay}>
        <KeyMenu value={value} actions={actionsOn(value, can)} onEnd={onEnd} />
      </td>
    </ClickableRow>
  );
};
