import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Notice } from '../../components/notice';
import { type Translate, useT } from '../../translations/use-t';
import { HitKeys } from './hit-keys';
import type { Consequences } from './role-consequences';

interface ConsequencesDialogProps {
  /** Open while there are any. */
  consequences: Consequences | null;
  name: string;
  onConfirm: () => void;
  onClose: () => void;
  returnFocus: () => void;
}

const wordsOf = ({ hit, losingDrafts, opensEverything, keyCount }: Consequences, t: Translate) => {
  if (hit !== null) {
    const count = hit.hitCount;
    return {
      description: t('role.narrow.description', { count }),
      confirm: t('role.narrow.confirm', { count }),
    };
  }
  if (opensEverything) {
    return {
      description: t('role.widen.description', { count: keyCount }),
      confirm: t('role.widen.confirm'),
    };
  }
  return {
    description: t('role.no-drafts.description', { count: losingDrafts }),
    confirm: t('role.no-drafts.confirm'),
  };
};

/** Asks before a save that takes from keys what they use, or opens everything to them. */
export const ConsequencesDialog = ({
  consequences,
  name,
  onConfirm,
  onClose,
  returnFocus,
}: ConsequencesDialogProps) => {
  const t = useT();
  // The text stays while the dialog fades out.
  const [shown, setShown] = useState(consequences);
  if (consequences !== null && consequences !== shown) setShown(consequences);
  if (shown === null) return null;
  const { description, confirm } = wordsOf(shown, t);
  return (
    <ConfirmDialog
      isOpen={consequences !== null}
      title={t('role.change.title', { name })}
      description={description}
      confirmLabel={confirm}
      onConfirm={onConfirm}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {shown.hit === null ? null : <HitKeys impact={shown.hit} />}
      {shown.hit !== null && shown.losingDrafts > 0 ? (
        <Notice kind="warning">
          {t('role.no-drafts.description', { count: shown.losingDrafts })}
        </Notice>
      ) : null}
      {shown.opensEverything && shown.losingDrafts > 0 ? (
        <Notice kind="warning">
          {t('role.no-drafts.description', { count: shown.losingDrafts })}
        </Notice>
      ) : null}
    </ConfirmDialog>
  );
};
