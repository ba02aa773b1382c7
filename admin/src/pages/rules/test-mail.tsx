import { Box, Button, Field, Flex } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';
import { useState } from 'react';
import { sentenceOf } from '../../../../contracts/sentences';
import { testMailBody } from '../../../../contracts/settings';
import { failureOf } from '../../api/failure';
import { useSendTestMailMutation } from '../../api/settings';
import { FormField } from '../../components/form-field';
import { Notice } from '../../components/notice';
import { useFailureText } from '../../hooks/use-failure-text';
import { useT } from '../../translations/use-t';

type Outcome = { readonly sentTo: string } | { readonly failed: string } | null;

interface TestMailProps {
  /** A mail was sent, or was not. */
  onTried: () => void;
}

/** Sends a mail at once, and tells what the mail server said. */
export const TestMail = ({ onTried }: TestMailProps) => {
  const t = useT();
  const textOf = useFailureText();
  const ownAddress = useAuth('TestMail', ({ user }) => user?.email ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>();
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [send, { isLoading }] = useSendTestMailMutation();
  const to = typed ?? ownAddress;

  const submit = async () => {
    setOutcome(null);
    const body = testMailBody.safeParse({ to: to.trim() }, { error: sentenceOf });
    setError(body.error?.issues[0]?.message);
    if (!body.success || isLoading) return;
    try {
      await send(body.data.to).unwrap();
      setOutcome({ sentTo: body.data.to });
    } catch (thrown) {
      setOutcome({ failed: textOf(failureOf(thrown)) });
    }
    onTried();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} alignItems="flex-start" wrap="wrap">
        <Box flex="1" minWidth="24rem" maxWidth="48rem">
          <FormField
            name="testMail"
            label={t('rules.mail.test.to')}
            hint={t('rules.mail.test.hint')}
            error={error}
          >
            <Field.Input
              value={to}
              inputMode="email"
              onChange={(event) => {
                setTyped(event.target.value);
                setError(undefined);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // The form around it is another one.
                event.preventDefault();
                void submit();
              }}
            />
          </FormField>
        </Box>
        <Box paddingTop={6}>
          <Button
            variant="secondary"
            size="L"
            startIcon={<Mail />}
            loading={isLoading}
            onClick={() => void submit()}
          >
            {t('rules.mail.test')}
          </Button>
        </Box>
      </Flex>
      {outcome === null ? null : 'sentTo' in outcome ? (
        <Notice kind="success" live="status">
          {t('rules.mail.test.sent', { to: outcome.sentTo })}
        </Notice>
      ) : (
        <Notice kind="danger" live="alert" title={t('rules.mail.test.failed')}>
          {outcome.failed}
        </Notice>
      )}
    </Flex>
  );
};
