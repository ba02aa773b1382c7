import { Flex, Loader, Modal } from '@strapi/design-system';
import { useState } from 'react';
import { FormAlert } from '../../../components/form-alert';
import { useT } from '../../../translations/use-t';
import { BulkButtons } from './bulk-buttons';
import { BulkProgress } from './bulk-progress';
import { BulkQuestion } from './bulk-question';
import { BulkSummary } from './bulk-summary';
import { type BulkAction, useBulk } from './use-bulk';

/** Keys that are about to be changed together. */
export interface BulkRequest {
  readonly how: BulkAction;
  readonly ids: readonly string[];
}

interface BulkDialogProps {
  /** Open while there is one. */
  request: BulkRequest | null;
  onClose: () => void;
  /** Called after each run with the ids that are done. */
  onChanged: (done: readonly string[]) => void;
  /** Where focus goes when it closes. */
  returnFocus: (how: BulkAction) => void;
}

/** Asks before many keys are changed, shows how far it has come, and says what came of it. */
export const BulkDialog = ({ request, ...dialog }: BulkDialogProps) => {
  // The text stays while the dialog fades out; each request is read anew.
  const [shown, setShown] = useState({ request, round: 0 });
  if (request !== null && request !== shown.request) {
    setShown({ request, round: shown.round + 1 });
  }
  return shown.request === null ? null : (
    <OpenDialog key={shown.round} request={shown.request} isOpen={request !== null} {...dialog} />
  );
};

interface OpenDialogProps extends BulkDialogProps {
  request: BulkRequest;
  isOpen: boolean;
}

const OpenDialog = ({ request, isOpen, onClose, onChanged, returnFocus }: OpenDialogProps) => {
  const t = useT();
  const { how, ids } = request;
  const bulk = useBulk(how, ids, onChanged);
  const { phase } = bulk;
  const isAnswered = phase.step === 'running' || phase.step === 'finished';
  return (
    <Modal.Root
      open={isOpen}
      onOpenChange={(open) => {
        // A slip of the Escape key does not hide requests that are under way.
        if (!open && phase.step !== 'running') onClose();
      }}
    >
      <Modal.Content
        aria-describedby={undefined}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus(how);
        }}
      >
        <Modal.Header>
          <Modal.Title>
            {/* A question only until it is answered. */}
            {t(`bulk.${how}.${isAnswered ? 'confirm' : 'title'}`, { count: ids.length })}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {phase.step === 'reading' ? (
            <Flex justifyContent="center" padding={6}>
              <Loader>{t('table.loading')}</Loader>
            </Flex>
          ) : null}
          {phase.step === 'unread' ? (
            <FormAlert title={t('bulk.unread')} failure={phase.failure} />
          ) : null}
          {phase.step === 'asking' ? (
            <BulkQuestion
              how={how}
              chosen={ids.length}
              selection={phase.selection}
              author={bulk.author}
              onAuthor={bulk.setAuthor}
            />
          ) : null}
          {phase.step === 'running' ? <BulkProgress how={how} {...phase} /> : null}
          {phase.step === 'finished' ? <BulkSummary how={how} outcome={phase.outcome} /> : null}
        </Modal.Body>
        <Modal.Footer>
          <BulkButtons how={how} bulk={bulk} onClose={onClose} />
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
