import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { Mono } from '../../components/mono';
import { useT } from '../../translations/use-t';
import { Flag } from './flag';

interface DeadActionsProps {
  actions: readonly string[];
  isReadOnly: boolean;
  isDeclared: boolean;
  onRemove: (actions: readonly string[]) => void;
}

/**
 * Granted actions that the app no longer has. They open nothing, until an update brings them back;
 * a declaration may name some that were never there.
 */
export const DeadActions = ({ actions, isReadOnly, isDeclared, onRemove }: DeadActionsProps) => {
  const t = useT();
  const [word, explanation] = isDeclared
    ? (['role.dead.declared', 'role.dead.declared.explanation'] as const)
    : (['role.dead', 'role.dead.explanation'] as const);
  return (
    <Box borderColor="warning200" background="warning100" hasRadius padding={4}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography>{t(explanation, { count: actions.length })}</Typography>
        {isReadOnly ? null : (
          <Button
            variant="tertiary"
            startIcon={<Trash />}
            onClick={() => {
              onRemove(actions);
            }}
          >
            {t('role.dead.remove-all')}
          </Button>
        )}
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={2}>
        {actions.map((action) => (
          <Flex tag="li" key={action} gap={3} justifyContent="space-between">
            <Flex gap={3} wrap="wrap">
              <Mono>{action}</Mono>
              <Flag kind="warning">{t(word)}</Flag>
            </Flex>
            {isReadOnly ? null : (
              <IconButton
                variant="ghost"
                label={t('role.dead.remove', { action })}
                onClick={() => {
                  onRemove([action]);
                }}
              >
                <Trash />
              </IconButton>
            )}
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};
