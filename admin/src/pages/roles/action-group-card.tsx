import { Box, Checkbox, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { ChevronDown } from '@strapi/icons';
import { useId, useState } from 'react';
import { styled } from 'styled-components';
import { Mono } from '../../components/mono';
import { useT } from '../../translations/use-t';
import { ActionRow } from './action-row';
import { type ActionGroup, type MissingRight, NONE_MISSING } from './grouped-actions';

const Frame = styled(Box)`
  min-width: 0;
  margin: 0;
  padding: 0;
`;

const Disclosure = styled.button`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  width: 100%;
  padding: 0;
  border: 0;
  background: transparent;
  color: inherit;
  text-align: start;
  cursor: pointer;
`;

const Heading = styled.h3`
  flex: 1;
`;

const Arrow = styled(ChevronDown)<{ $open: boolean }>`
  flex-shrink: 0;
  transform: rotate(${({ $open }) => ($open ? '0deg' : '-90deg')});
`;

interface ActionGroupCardProps {
  group: ActionGroup;
  granted: ReadonlySet<string>;
  missing: ReadonlyMap<string, readonly MissingRight[]>;
  /** While one searches, what matches is in sight. */
  isSearching: boolean;
  isReadOnly: boolean;
  onGrant: (actions: readonly string[], isGranted: boolean) => void;
}

/** The actions of one API, folded away until one wants them. */
export const ActionGroupCard = ({
  group,
  granted,
  missing,
  isSearching,
  isReadOnly,
  onGrant,
}: ActionGroupCardProps) => {
  const t = useT();
  const listId = useId();
  const names = group.actions.map(({ action }) => action);
  const count = names.filter((name) => granted.has(name)).length;
  const [isUnfolded, setUnfolded] = useState(count > 0);
  const [isFoundUnfolded, setFoundUnfolded] = useState(true);
  const isOpen = isSearching ? isFoundUnfolded : isUnfolded;
  return (
    <Frame tag="fieldset" borderColor="neutral150" hasRadius>
      <VisuallyHidden tag="legend">{group.name}</VisuallyHidden>
      <Flex background="neutral100" padding={4} gap={4} hasRadius wrap="wrap">
        <Heading>
          <Disclosure
            type="button"
            aria-expanded={isOpen}
            aria-controls={listId}
            onClick={() => {
              (isSearching ? setFoundUnfolded : setUnfolded)(!isOpen);
            }}
          >
            <Arrow $open={isOpen} aria-hidden />
            <Typography fontWeight="bold">{group.name}</Typography>
            <Mono textColor="neutral600">{group.api}</Mono>
          </Disclosure>
        </Heading>
        <Typography variant="pi" textColor="neutral600">
          {t('role.permissions.count', { granted: count, all: names.length })}
        </Typography>
        {isReadOnly ? null : (
          <Checkbox
            aria-label={t(
              isSearching
                ? 'role.permissions.select-matching-of'
                : 'role.permissions.select-all-of',
              { name: group.name },
            )}
            checked={count === 0 ? false : count === names.length ? true : 'indeterminate'}
            onCheckedChange={() => {
              onGrant(names, count < names.length);
            }}
          >
            {t('role.permissions.select-all')}
          </Checkbox>
        )}
      </Flex>
      <Box id={listId} tag="ul" hidden={!isOpen}>
        {isOpen
          ? group.actions.map((action) => (
              <ActionRow
                key={action.action}
                action={action}
                isGranted={granted.has(action.action)}
                isReadOnly={isReadOnly}
                missing={missing.get(action.action) ?? NONE_MISSING}
                onGrant={onGrant}
              />
            ))
          : null}
      </Box>
    </Frame>
  );
};
