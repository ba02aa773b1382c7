import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';
import type { MissingRight } from './grouped-actions';

interface RelationHintProps {
  missing: readonly MissingRight[];
  isReadOnly: boolean;
  onGrant: (actions: readonly string[], isGranted: boolean) => void;
}

/** Says which relations Strapi leaves out of an action's answers, and how to have them. */
export const RelationHint = ({ missing, isReadOnly, onGrant }: RelationHintProps) => {
  const t = useT();
  const { list } = useFormats();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {missing.map(({ fields, action, label }) => (
        <Flex tag="li" key={action} gap={3} wrap="wrap">
          <Typography variant="pi" textColor="neutral700">
            {t('role.relation.missing', { fields: list(fields), right: label })}
          </Typography>
          {isReadOnly ? null : (
            <Button
              size="S"
              variant="secondary"
              startIcon={<Plus aria-hidden />}
              aria-label={t('role.relation.add-named', { right: label })}
              onClick={() => {
                onGrant([action], true);
              }}
            >
              {t('role.relation.add')}
            </Button>
          )}
        </Flex>
      ))}
    </Flex>
  );
};
