import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { GrantableAction } from '../../../../contracts/permissions';
import { Mono } from '../../components/mono';
import { useT } from '../../translations/use-t';

/** The colours that Strapi gives to methods in its own token editor. */
const METHOD_COLORS: Partial<Record<string, string>> = {
  GET: 'secondary',
  POST: 'success',
  PUT: 'warning',
  PATCH: 'warning',
  DELETE: 'danger',
};

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
  onGrant: (isGranted: boolean) => void;
}

/** One action: its name, and the routes that it opens. */
export const ActionRow = ({ action, isGranted, isReadOnly, onGrant }: ActionRowProps) => {
  const t = useT();
  return (
    <Row tag="li" padding={4} gap={4} alignItems="flex-start" wrap="wrap">
      <Box minWidth="20rem" flex="1">
        <Checkbox
          checked={isGranted}
          disabled={isReadOnly}
          onCheckedChange={(checked) => {
            onGrant(checked === true);
          }}
        >
          <Typography title={action.action}>
            {action.controller} · <strong>{action.name}</strong>
          </Typography>
        </Checkbox>
      </Box>
      <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} flex="2" minWidth="24rem">
        {action.routes.length === 0 ? (
          <Typography tag="li" variant="pi" textColor="neutral600">
            {t('role.permissions.no-route')}
          </Typography>
        ) : (
          action.routes.map(({ method, path }) => (
            <Flex tag="li" key={`${method} ${path}`} gap={2}>
              <Method method={method} />
              <Path textColor="neutral700">{path}</Path>
            </Flex>
          ))
        )}
      </Flex>
    </Row>
  );
};

const Method = ({ method }: { method: string }) => {
  const color = METHOD_COLORS[method] ?? 'neutral';
  return (
    <Box
      background={`${color}100`}
      borderColor={`${color}200`}
      hasRadius
      paddingLeft={2}
      paddingRight={2}
      minWidth="6.4rem"
      textAlign="center"
    >
      <Typography variant="pi" fontWeight="bold" textColor={`${color}700`}>
        {method}
      </Typography>
    </Box>
  );
};
