import { memo } from 'react';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';
import { ActionGroupCard } from './action-group-card';
import type { ActionGroup, MissingRight } from './grouped-actions';

interface ActionGroupsProps {
  groups: readonly ActionGroup[];
  granted: ReadonlySet<string>;
  missing: ReadonlyMap<string, readonly MissingRight[]>;
  isSearching: boolean;
  isReadOnly: boolean;
  onGrant: (actions: readonly string[], isGranted: boolean) => void;
}

/** The groups in order, with what the words beside their actions mean. */
export const ActionGroups = memo(
  ({ groups, granted, missing, isSearching, isReadOnly, onGrant }: ActionGroupsProps) => {
    const t = useT();
    const hasPublic = groups.some(({ actions }) => actions.some(({ isPublic }) => isPublic));
    return (
      <>
        {hasPublic ? <Notice kind="info">{t('role.public.hint')}</Notice> : null}
        {groups.map((group) => (
          <ActionGroupCard
            key={group.api}
            group={group}
            granted={granted}
            missing={missing}
            isSearching={isSearching}
            isReadOnly={isReadOnly}
            onGrant={onGrant}
          />
        ))}
      </>
    );
  },
);
ActionGroups.displayName = 'ActionGroups';
