import { type Blocker } from 'react-router-dom';
import { ConfirmDialog } from './confirm-dialog';

interface LeaveDialogProps {
  blocker: Blocker;
  title: string;
  confirmLabel: string;
  children: string;
}

/** The question that `useLeaveGuard` asks. */
export const LeaveDialog = ({ blocker, title, confirmLabel, children }: LeaveDialogProps) => (
  <ConfirmDialog
    isOpen={blocker.state === 'blocked'}
    title={title}
    confirmLabel={confirmLabel}
    onConfirm={() => blocker.proceed?.()}
    onClose={() => blocker.reset?.()}
    description={children}
  />
);
