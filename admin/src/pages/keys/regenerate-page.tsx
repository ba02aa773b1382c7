import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Navigate } from 'react-router-dom';
import type { ExpiryPolicy, Key } from '../../../../contracts/keys';
import { EditorForm } from '../../components/editor-form';
import { FormAlert } from '../../components/form-alert';
import { Guarded } from '../../components/guarded';
import { Panel } from '../../components/panel';
import { useReturn } from '../../hooks/use-return';
import { useT } from '../../translations/use-t';
import { expiryChoices, lifetimeDays } from './expiry';
import { ExpiryField } from './expiry-field';
import { LoadedKey } from './loaded-key';
import { keyPaths } from './paths';
import { StopWarning } from './stop-warning';
import { TokenPage } from './token-page';
import { useRegenerateKey } from './use-regenerate-key';

interface RegenerateKeyProps {
  value: Key;
  policy: ExpiryPolicy;
  reload: () => Promise<Key | null>;
}

const RegenerateKey = ({ value, policy, reload: read }: RegenerateKeyProps) => {
  const t = useT();
  const leave = useReturn(keyPaths.detail(value.id));
  const page = useRegenerateKey(value, policy, read);
  const sameDays = lifetimeDays(value);

  if (page.issued !== null) {
    return (
      <TokenPage
        issued={page.issued}
        guard={page.guard}
        doneMessage={t('token.regenerated', { name: page.issued.data.name })}
        onDone={() => {
          page.guard.release();
          leave();
        }}
      />
    );
  }
  // A revoked key never works again.
  if (value.status === 'revoked') return <Navigate to={keyPaths.detail(value.id)} replace />;

  return (
    <Page.Main>
      <Page.Title>{t('key.regenerate.title', { name: value.name })}</Page.Title>
      <EditorForm onSubmit={page.submit} reports={page.reports}>
        <Layouts.Header
          title={t('key.regenerate.title', { name: value.name })}
          subtitle={value.displayId}
          navigationAction={<BackButton fallback={keyPaths.detail(value.id)} />}
          primaryAction={
            <Button
              type="submit"
              variant="danger"
              startIcon={<ArrowClockwise />}
              loading={page.isBusy}
              size="S"
            >
              {t('key.regenerate.confirm')}
            </Button>
          }
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <FormAlert
              title={t('key.regenerate.failed')}
              failure={page.failure}
              onReload={page.reload}
            />
            <Panel title={t('key.regenerate.stops')}>
              <Typography>{t('key.regenerate.description')}</Typography>
              <StopWarning value={value} />
            </Panel>
            <Panel title={t('key.regenerate.expiry')}>
              <ExpiryField
                value={page.expiry}
                choices={expiryChoices(policy, sameDays)}
                policy={policy}
                sameDays={sameDays}
                error={page.error}
                onChange={page.setExpiry}
              />
            </Panel>
          </Flex>
        </Layouts.Content>
      </EditorForm>
    </Page.Main>
  );
};

const RegeneratePage = () => (
  <Guarded anyOf={['regenerate']}>
    <LoadedKey>{(loaded) => <RegenerateKey {...loaded} />}</LoadedKey>
  </Guarded>
);

export default RegeneratePage;
