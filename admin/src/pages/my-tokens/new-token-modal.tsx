import { Button, Flex, Modal, TextInput } from '@strapi/design-system';
import type { IssuedMyToken, MyTokenRules } from '../../../../contracts/my-tokens';
import { EditorForm } from '../../components/editor-form';
import { FormAlert } from '../../components/form-alert';
import { FormField } from '../../components/form-field';
import { useT } from '../../translations/use-t';
import { NewTokenFields } from './new-token-fields';
import { useNewToken } from './use-new-token';

interface NewTokenModalProps {
  rules: MyTokenRules;
  onClose: () => void;
  onIssued: (issued: IssuedMyToken) => void;
}

/** Asks what a new token is for, what it may do and when it ends. */
export const NewTokenModal = ({ rules, onClose, onIssued }: NewTokenModalProps) => {
  const t = useT();
  const form = useNewToken(rules, '', (issued) => {
    onClose();
    onIssued(issued);
  });
  return (
    <Modal.Root
      open
      onOpenChange={(open) => {
        if (!open && !form.isBusy) onClose();
      }}
    >
      <Modal.Content
        onInteractOutside={(event) => {
          // A click beside it must not take away what was typed.
          if (form.isDirty) event.preventDefault();
        }}
      >
        <EditorForm onSubmit={form.submit} reports={form.reports}>
          <Modal.Header>
            <Modal.Title>{t('my.create.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <FormAlert title={t('my.create.failed')} failure={form.failure} />
              <FormField
                name="name"
                label={t('my.name')}
                hint={t('my.name.hint')}
                error={form.errorOf('name')}
                required
              >
                <TextInput
                  value={form.values.name}
                  autoComplete="off"
                  onChange={(event) => {
                    form.set('name', event.target.value);
                  }}
                />
              </FormField>
              <NewTokenFields form={form} rules={rules} />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Modal.Close>
              <Button variant="tertiary" disabled={form.isBusy}>
                {t('action.cancel')}
              </Button>
            </Modal.Close>
            <Button type="submit" loading={form.isBusy}>
              {t('my.create.confirm')}
            </Button>
          </Modal.Footer>
        </EditorForm>
      </Modal.Content>
    </Modal.Root>
  );
};
