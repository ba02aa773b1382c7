import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { SettingsAnswer } from '../../../../contracts/settings';
import { useReadAccessSettingsQuery } from '../../api/settings';
import { EditorForm } from '../../components/editor-form';
import { ErrorState } from '../../components/error-state';
import { FormAlert } from '../../components/form-alert';
import { Guarded } from '../../components/guarded';
import { LeaveDialog } from '../../components/leave-dialog';
import { useT } from '../../translations/use-t';
import { AlertsSection } from './alerts-section';
import { AssignableSection } from './assignable-section';
import { ExpirySection } from './expiry-section';
import { LimitsSection } from './limits-section';
import { NamingSection } from './naming-section';
import { NoticesSection } from './notices-section';
import { PersonalSection } from './personal-section';
import { RetentionSection } from './retention-section';
import { RulesSkeleton } from './rules-skeleton';
import { useRulesForm } from './use-rules-form';

interface RulesProps {
  answer: SettingsAnswer;
  read: () => Promise<SettingsAnswer | null>;
  onSaved: (answer: SettingsAnswer) => void;
}

const Rules = (stored: RulesProps) => {
  const t = useT();
  const form = useRulesForm(stored);
  const { updatedBy } = stored.answer;
  return (
    <EditorForm onSubmit={form.submit} reports={form.reports}>
      <Layouts.Header
        title={t('rules.title')}
        subtitle={
          updatedBy === null ? t('rules.subtitle') : t('rules.last-saved', { name: updatedBy })
        }
        primaryAction={
          <Button
            type="submit"
            size="S"
            startIcon={<Check />}
            loading={form.isBusy}
            disabled={!form.isDirty}
          >
            {t('action.save')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <FormAlert failure={form.failure} onReload={form.reload} />
          <NamingSection form={form} />
          <AssignableSection form={form} />
          <ExpirySection form={form} />
          <PersonalSection form={form} />
          <NoticesSection form={form} />
          <AlertsSection form={form} />
          <LimitsSection form={form} />
          <RetentionSection form={form} />
        </Flex>
      </Layouts.Content>
      <LeaveDialog
        blocker={form.guard.blocker}
        title={t('leave.title')}
        confirmLabel={t('leave.confirm')}
      >
        {t('leave.description')}
      </LeaveDialog>
    </EditorForm>
  );
};

const LoadedRules = () => {
  const t = useT();
  const { data, error, isFetching, refetch } = useReadAccessSettingsQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  // As they were when the page was opened; they stay so while one types.
  const [fresh, setFresh] = useState<SettingsAnswer | null>(null);
  if (fresh === null && data !== undefined && !isFetching) setFresh(data.data);

  const read = async () => {
    const answer = await refetch();
    if (answer.data === undefined) return null;
    setFresh(answer.data.data);
    return answer.data.data;
  };

  if (fresh !== null) return <Rules answer={fresh} read={read} onSaved={setFresh} />;
  if (error === undefined || isFetching) return <RulesSkeleton />;
  return (
    <>
      <Layouts.Header title={t('rules.title')} subtitle={t('rules.subtitle')} />
      <Layouts.Content>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Layouts.Content>
    </>
  );
};

const RulesPage = () => {
  const t = useT();
  return (
    <Guarded title="rules.title" anyOf={['settings']}>
      <Page.Main>
        <Page.Title>{t('rules.title')}</Page.Title>
        <LoadedRules />
      </Page.Main>
    </Guarded>
  );
};

export default RulesPage;
