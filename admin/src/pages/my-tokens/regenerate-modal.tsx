import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { expiryChoices, lifetimeDays } from '../../../../contracts/expiry-choices';
import type { ExpiryPolicy } from '../../../../contracts/key-policy';
import type { IssuedMyToken, MyToken } from '../../../../contracts/my-tokens';
import { regenerateMyToken } from '../../api/issue-token';
import { EditorForm } from '../../components/editor-form';
import { ExpiryField } from '../../components/expiry-field';
import { FormAlert } from '../../components/form-alert';
import { useRegeneration } from '../../hooks/use-regeneration';
import { useT } from '../../translations/use-t';

interface RegenerateModalProps {
  token: MyToken;
  policy: ExpiryPolicy;
  /** Reads what is stored now. */
  reload: () => void;
  onClose: () => void;
  onIssued: (issued: IssuedMyToken) => void;
  returnFocus: () => void;
}

/** Asks until when the new token is to work, and says what stops. */
export const RegenerateModal = ({
  token,
  policy,
  reload,
  onClose,
  onIssued,
  returnFocus,
}: RegenerateModalProps) => {
  const t = useT();
  const form = useRegeneration(token, policy, async (body) => {
    const issued = await regenerateMyToken(token.id, body);
    onClose();
    onIssued(issued);
  });
  const sameDays = lifetimeDays(token);
  return (
    <Modal.Root
      open
      onOpenChange={(open) => {
        if (!open && !form.isBusy) onClose();
      }}
    >
      <Modal.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <EditorForm onSubmit={form.submit} reports={form.reports}>
          <Modal.Header>
            <Modal.Title>{t('my.regenerate.title', { name: token.name })}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <FormAlert
                title={t('my.regenerate.failed')}
                failure={form.failure}
                onReload={() => {
                  reload();
                  form.dismiss();
                }}
              />
              <Typography>{t('my.regenerate.description')}</Typography>
              <ExpiryField
                value={form.expiry}
                choices={expiryChoices(policy, sameDays)}
                policy={policy}
                sameDays={sameDays}
                error={form.error}
                onChange={form.setExpiry}
              />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Modal.Close>
              <Button variant="tertiary" disabled={form.isBusy}>
                {t('action.cancel')}
              </Button>
            </Modal.Close>
            <Button type="submit" variant="danger" loading={form.isBusy}>
              {t('my.regenerate.confirm')}
            </Button>
          </Modal.Footer>
        </EditorForm>
      </Modal.Content>
    </Modal.Root>
  );
};
