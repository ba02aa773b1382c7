import { Box, Button, Flex, LinkButton, TextButton, Typography } from '@strapi/design-system';
import { ArrowClockwise, CrossCircle, Duplicate, Eye, Pencil, Trash, User } from '@strapi/icons';
import { type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { MAX_SELECTION } from '../../../../contracts/bulk';
import type { BoundedTotal } from '../../../../contracts/common';
import type { Key } from '../../../../contracts/keys';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import type { BulkAction } from './bulk/use-bulk';
import { actionsOn } from './key-actions';
import { keyPaths } from './paths';
import type { KeySelection } from './use-selection';

/** Id of a button of the bar, to which focus goes back after its dialog. */
export const bulkButtonId = (how: BulkAction) => `keys-bulk-${how}`;

/** Without one of them, nothing can be done with more than one key. */
const BULK_PERMISSIONS = ['update', 'revoke', 'delete'] as const;

/* Below the table, which keeps its place, and in sight however long the page of keys is. */
const Bar = styled(Box)`
  position: sticky;
  bottom: 1.6rem;
  z-index: 2;
`;

interface SelectionBarProps {
  selection: KeySelection;
  /** How many keys match in all. */
  matching: BoundedTotal;
  can: Can;
  onBulk: (how: BulkAction) => void;
}

/** How many keys are ticked, and what can be done with them. */
export const SelectionBar = ({ selection, matching, can, onBulk }: SelectionBarProps) => {
  const t = useT();
  const { count, hidden, only, isTooMany } = selection;
  if (count === 0) return null;
  const bulk = (how: BulkAction, icon: ReactNode) => (
    <Button
      id={bulkButtonId(how)}
      size="S"
      variant={how === 'take-over' ? 'tertiary' : 'danger-light'}
      startIcon={icon}
      disabled={isTooMany}
      onClick={() => {
        onBulk(how);
      }}
    >
      {t(`bulk.${how}`)}
    </Button>
  );
  return (
    <Bar
      tag="section"
      aria-label={t('keys.selection')}
      background="neutral0"
      borderColor="neutral200"
      hasRadius
      shadow="filterShadow"
      padding={3}
    >
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={3} wrap="wrap" alignItems="center">
          <Typography role="status" fontWeight="semiBold" textColor="neutral800">
            {t('keys.selection.count', { count })}
            {hidden > 0 ? ` ${t('keys.selection.hidden', { count: hidden })}` : ''}
          </Typography>
          {BULK_PERMISSIONS.some(can) ? (
            <SelectAll selection={selection} matching={matching} />
          ) : null}
          <TextButton onClick={selection.clear}>{t('keys.selection.clear')}</TextButton>
        </Flex>
        <Flex gap={2} wrap="wrap">
          {only === null ? null : <OneKey value={only} can={can} />}
          {can('update') ? bulk('take-over', <User />) : null}
          {can('revoke') ? bulk('revoke', <CrossCircle />) : null}
          {can('delete') ? bulk('delete', <Trash />) : null}
        </Flex>
      </Flex>
      {isTooMany ? (
        <Typography tag="p" variant="pi" textColor="danger700" role="alert">
          {t('keys.selection.too-many', { max: MAX_SELECTION })}
        </Typography>
      ) : null}
    </Bar>
  );
};

const SelectAll = ({
  selection,
  matching: { total, isTotalExact },
}: Pick<SelectionBarProps, 'selection' | 'matching'>) => {
  const t = useT();
  if (!isTotalExact)
    return (
      <Typography variant="pi" textColor="neutral600">
        {t('keys.selection.all.uncounted', { total, max: MAX_SELECTION })}
      </Typography>
    );
  const isWhole = selection.count - selection.hidden === total;
  if (total === 0 || isWhole || selection.count === total) return null;
  return total > MAX_SELECTION ? (
    <Typography variant="pi" textColor="neutral600">
      {t('keys.selection.all.too-many', { total, max: MAX_SELECTION })}
    </Typography>
  ) : (
    <Button
      size="S"
      variant="secondary"
      loading={selection.isSelecting}
      onClick={selection.selectAll}
    >
      {t('keys.selection.all', { total })}
    </Button>
  );
};

/** With exactly one key ticked: what else can be done with it. */
const OneKey = ({ value, can }: { value: Key; can: Can }) => {
  const t = useT();
  const actions = actionsOn(value, can);
  const link = (to: string, icon: ReactNode, label: string) => (
    <LinkButton tag={Link} to={to} size="S" variant="tertiary" startIcon={icon}>
      {label}
    </LinkButton>
  );
  return (
    <>
      {link(keyPaths.detail(value.id), <Eye />, t('key.view'))}
      {actions.edit ? link(keyPaths.edit(value.id), <Pencil />, t('key.edit')) : null}
      {actions.regenerate
        ? link(keyPaths.regenerate(value.id), <ArrowClockwise />, t('key.regenerate'))
        : null}
      {actions.replace
        ? link(keyPaths.replacement(value.id), <Duplicate />, t('key.replace'))
        : null}
    </>
  );
};
