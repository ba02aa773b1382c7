import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { memo, useId } from 'react';
import { styled } from 'styled-components';
import type { GrantableAction } from '../../../../contracts/permissions';
import { Mono } from '../../components/mono';
import { useT } from '../../translations/use-t';
import { Flag } from './flag';
import type { MissingRight } from './grouped-actions';
import { MethodTag } from './method-tag';
import { RelationHint } from './relation-hint';

const Row = styled(Flex)`
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

const Path = styled(Mono)`
  overflow-wrap: anywhere;
`;

interface ActionRowProps {
  action: GrantableAction;
  isGranted: boolean;
  isReadOnly: boolean;
  /** Rights without which its answers leave something out. */
  missing: readonly MissingRight[];
  onGrant: (actions: readonly string[], isGranted: boolean) => void;
}

/** One action: its name, the routes that it opens, and what else one should know of it. */
export const ActionRow = memo(
  ({ action, isGranted, isReadOnly, missing, onGrant }: ActionRowProps) => {
    const t = useT();
    const publicId = useId();
    return (
      <Row tag="li" padding={4} gap={4} alignItems="flex-start" wrap="wrap">
        <Flex minWidth="20rem" flex="1" gap={2} wrap="wrap">
          <Checkbox
            aria-describedby={action.isPublic ? publicId : undefined}
            checked={isGranted}
            disabled={isReadOnly}
            onCheckedChange={(checked) => {
              onGrant([action.action], checked === true);
            }}
          >
            <Typography title={action.action}>
              {action.controller} · <strong>{action.name}</strong>
            </Typography>
          </Checkbox>
          {action.isPublic ? (
            <Flag id={publicId} kind="warning" hint={t('role.public.hint')}>
              {t('role.public')}
            </Flag>
          ) : null}
        </Flex>
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} flex="2" minWidth="24rem">
          {action.routes.length === 0 ? (
            <Typography tag="li" variant="pi" textColor="neutral600">
              {t('role.permissions.no-route')}
            </Typography>
          ) : (
            action.routes.map(({ method, path }) => (
              <Flex tag="li" key={`${method} ${path}`} gap={2}>
                <MethodTag method={method} />
                <Path textColor="neutral700">{path}</Path>
              </Flex>
            ))
          )}
        </Flex>
        {missing.length === 0 ? null : (
          <Box width="100%" paddingLeft="2.8rem">
            <RelationHint missing={missing} isReadOnly={isReadOnly} onGrant={onGrant} />
          </Box>
        )}
      </Row>
    );
  },
);
ActionRow.displayName = 'ActionRow';
