import { Box, Button, Flex } from '@strapi/design-system';
import type { IssuedMyToken, MyTokenRules } from '../../../../contracts/my-tokens';
import { EditorForm } from '../../components/editor-form';
import { FormAlert } from '../../components/form-alert';
import { useT } from '../../translations/use-t';
import { NewTokenFields } from './new-token-fields';
import { useNewToken } from './use-new-token';

interface GenerateFormProps {
  rules: MyTokenRules;
  onIssued: (issued: IssuedMyToken) => void;
}

/** Makes the one token that a person may hold. */
export const GenerateForm = ({ rules, onIssued }: GenerateFormProps) => {
  const t = useT();
  const form = useNewToken(rules, t('my.single.name'), onIssued);
  return (
    <EditorForm onSubmit={form.submit} reports={form.reports}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <FormAlert title={t('my.create.failed')} failure={form.failure} />
        <NewTokenFields form={form} rules={rules} />
        <Box>
          <Button type="submit" loading={form.isBusy}>
            {t('generate-key-text')}
          </Button>
        </Box>
      </Flex>
    </EditorForm>
  );
};
