import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Navigate, useParams } from 'react-router-dom';
import { expiryChoices, lifetimeDays } from '../../../../contracts/expiry-choices';
import { EditorForm } from '../../components/editor-form';
import { FormAlert } from '../../components/form-alert';
import { Guarded } from '../../components/guarded';
import { Panel } from '../../components/panel';
import { useReturn } from '../../hooks/use-return';
import { useT } from '../../translations/use-t';
import { ExpiryField } from '../../components/expiry-field';
import { KeyTokenPage } from './key-token-page';
import { LoadedKey, type LoadedKeyValue } from './loaded-key';
import { keyPaths } from './paths';
import { RevokeInstead } from './revoke-instead';
import { StopWarning } from './stop-warning';
import { useRegenerateKey } from './use-regenerate-key';

const RegenerateKey = ({
  value,
  policy: { expiry: policy },
  can,
  reload: read,
}: LoadedKeyValue) => {
  const t = useT();
  const leave = useReturn(keyPaths.detail(value.id));
  const page = useRegenerateKey(value, policy, read);
  const sameDays = lifetimeDays(value);

  const leaveForGood = () => {
    page.guard.release();
    leave();
  };

  if (page.issued !== null) {
    return (
      <KeyTokenPage
        issued={page.issued}
        guard={page.guard}
        doneMessage={t('token.regenerated', { name: page.issued.data.name })}
        onDone={leaveForGood}
      />
    );
  }
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
              action={
                <RevokeInstead
                  value={value}
                  failure={page.failure}
                  can={can}
                  onDone={leaveForGood}
                />
              }
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

const RegeneratePage = () => {
  const { id = '' } = useParams();
  return (
    <Guarded title="keys.title" anyOf={['regenerate']}>
      <LoadedKey key={id} id={id}>
        {(loaded) =>
          // A revoked key never works again, and a personal token is its owner's alone.
          loaded.value.status === 'revoked' || loaded.value.type === 'personal' ? (
            <Navigate to={keyPaths.detail(id)} replace />
          ) : (
            <RegenerateKey {...loaded} />
          )
        }
      </LoadedKey>
    </Guarded>
  );
};

export default RegeneratePage;
