import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { ChevronDown } from '@strapi/icons';
import { useId, useState } from 'react';
import { styled } from 'styled-components';
import { Mono } from '../../components/mono';
import { useT } from '../../translations/use-t';
import { ActionRow } from './action-row';
import type { ActionGroup } from './grouped-actions';

const Disclosure = styled.button`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  flex: 1;
  padding: 0;
  border: 0;
  background: transparent;
  color: inherit;
  text-align: start;
  cursor: pointer;
`;

const Arrow = styled(ChevronDown)<{ $open: boolean }>`
  flex-shrink: 0;
  transform: rotate(${({ $open }) => ($open ? '0deg' : '-90deg')});
`;

interface ActionGroupCardProps {
  group: ActionGroup;
  granted: ReadonlySet<string>;
  /** While one searches, what matches is in sight. */
  isForcedOpen: boolean;
  isReadOnly: boolean;
  onGrant: (actions: readonly string[], isGranted: boolean) => void;
}

/** The actions of one API, folded away until one wants them. */
export const ActionGroupCard = ({
  group,
  granted,
  isForcedOpen,
  isReadOnly,
  onGrant,
}: ActionGroupCardProps) => {
  const t = useT();
  const listId = useId();
  const names = group.actions.map(({ action }) => action);
  const count = names.filter((name) => granted.has(name)).length;
  const [isUnfolded, setUnfolded] = useState(count > 0);
  const isOpen = isUnfolded || isForcedOpen;
  return (
    <Box borderColor="neutral150" hasRadius>
      <Flex background="neutral100" padding={4} gap={4} hasRadius wrap="wrap">
        <Disclosure
          type="button"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => {
            setUnfolded(!isOpen);
          }}
        >
          <Arrow $open={isOpen} aria-hidden />
          <Typography fontWeight="bold">{group.name}</Typography>
          <Mono textColor="neutral600">{group.api}</Mono>
        </Disclosure>
        <Typography variant="pi" textColor="neutral600">
          {t('role.permissions.count', { granted: count, all: names.length })}
        </Typography>
        {isReadOnly ? null : (
          <Checkbox
            aria-label={t('role.permissions.select-all-of', { name: group.name })}
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
                onGrant={(isGranted) => {
                  onGrant([action.action], isGranted);
                }}
              />
            ))
          : null}
      </Box>
    </Box>
  );
};
