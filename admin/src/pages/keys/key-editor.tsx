import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { type ReactNode } from 'react';
import { EditorForm } from '../../components/editor-form';
import { LeaveDialog } from '../../components/leave-dialog';
import type { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useT } from '../../translations/use-t';
import { KeyForm, type KeyFormProps } from './key-form';

interface KeyEditorProps extends KeyFormProps {
  title: string;
  subtitle: string;
  /** Where "Back" leads for one who came by a link. */
  fallback: string;
  submitLabel: string;
  isBusy: boolean;
  isDisabled?: boolean;
  guard: ReturnType<typeof useLeaveGuard>;
  onSubmit: () => void;
  /** What is to be said above the form. */
  notices: ReactNode;
}

/** The page around the form of a key, whether it is made or edited. */
export const KeyEditor = ({
  title,
  subtitle,
  fallback,
  submitLabel,
  isBusy,
  isDisabled = false,
  guard,
  onSubmit,
  notices,
  ...form
}: KeyEditorProps) => {
  const t = useT();
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <EditorForm onSubmit={onSubmit} reports={form.form.reports}>
        <Layouts.Header
          title={title}
          subtitle={subtitle}
          navigationAction={<BackButton fallback={fallback} />}
          primaryAction={
            <Button
              type="submit"
              startIcon={<Check />}
              loading={isBusy}
              disabled={isDisabled}
              size="S"
            >
              {submitLabel}
            </Button>
          }
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={6}>
            {notices}
            <KeyForm {...form} />
          </Flex>
        </Layouts.Content>
      </EditorForm>
      <LeaveDialog
        blocker={guard.blocker}
        title={t('leave.title')}
        confirmLabel={t('leave.confirm')}
      >
        {t('leave.description')}
      </LeaveDialog>
    </Page.Main>
  );
};
