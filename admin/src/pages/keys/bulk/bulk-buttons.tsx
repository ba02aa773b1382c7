import { Button, Typography } from '@strapi/design-system';
import type { Selection } from '../../../../../contracts/bulk';
import { useT } from '../../../translations/use-t';
import type { Bulk, BulkAction } from './use-bulk';

interface BulkButtonsProps {
  how: BulkAction;
  bulk: Bulk;
  onClose: () => void;
}

/** How many keys the button speaks of: those that are revoked cannot be revoked again. */
const countOf = (how: BulkAction, { ids, revoked }: Selection): number =>
  how === 'revoke' ? ids.length - revoked : ids.length;

/** What one can do at each step of the dialog. */
export const BulkButtons = ({ how, bulk, onClose }: BulkButtonsProps) => {
  const t = useT();
  const { phase, left } = bulk;
  if (phase.step === 'running') {
    return (
      <>
        <Typography textColor="neutral600">{t('bulk.stop.hint')}</Typography>
        <Button variant="tertiary" onClick={bulk.stop} loading={phase.isStopping}>
          {t('bulk.stop')}
        </Button>
      </>
    );
  }
  const count = phase.step === 'asking' ? countOf(how, phase.selection) : 0;
  return (
    <>
      <Button variant="tertiary" onClick={onClose}>
        {t(phase.step === 'finished' ? 'bulk.close' : 'action.cancel')}
      </Button>
      {phase.step === 'unread' ? (
        <Button variant="secondary" onClick={bulk.read}>
          {t('error.retry')}
        </Button>
      ) : null}
      {phase.step === 'asking' ? (
        <Button
          variant={how === 'take-over' ? 'default' : 'danger-light'}
          disabled={count === 0}
          onClick={bulk.confirm}
        >
          {t(`bulk.${how}.confirm`, { count })}
        </Button>
      ) : null}
      {left.length === 0 ? null : (
        <Button variant="secondary" onClick={bulk.tryAgain}>
          {t('bulk.try-again', { count: left.length })}
        </Button>
      )}
    </>
  );
};
