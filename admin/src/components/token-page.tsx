import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { useLeaveGuard } from '../hooks/use-leave-guard';
import { useT } from '../translations/use-t';
import { LeaveDialog } from './leave-dialog';
import { TokenPanel, type TokenPanelProps } from './token-panel';

interface TokenPageProps extends TokenPanelProps {
  guard: ReturnType<typeof useLeaveGuard>;
}

/** What a page becomes once a token was issued on it: the token, once. */
export const TokenPage = ({ guard, ...panel }: TokenPageProps) => {
  const t = useT();
  const { name } = panel.issued.data;
  return (
    <Page.Main>
      <Page.Title>{t('token.title', { name })}</Page.Title>
      <Layouts.Header
        title={t('token.title', { name })}
        subtitle={t('token.subtitle')}
        primaryAction={
          <Button startIcon={<Check />} size="S" onClick={panel.onDone}>
            {t('token.done')}
          </Button>
        }
      />
      <Layouts.Content>
        <TokenPanel {...panel} />
      </Layouts.Content>
      <LeaveDialog
        blocker={guard.blocker}
        title={t('token.leave.title')}
        confirmLabel={t('token.leave.confirm')}
      >
        {t('token.leave.description')}
      </LeaveDialog>
    </Page.Main>
  );
};
