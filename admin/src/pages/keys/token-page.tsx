import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { IssuedKey } from '../../../../contracts/keys';
import { LeaveDialog } from '../../components/leave-dialog';
import type { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useT } from '../../translations/use-t';
import { TokenPanel } from './token-panel';

interface TokenPageProps {
  issued: IssuedKey;
  guard: ReturnType<typeof useLeaveGuard>;
  doneMessage: string;
  onDone: () => void;
}

/** What a page becomes once a token was issued on it: the token, once. */
export const TokenPage = ({ issued, guard, doneMessage, onDone }: TokenPageProps) => {
  const t = useT();
  return (
    <Page.Main>
      <Page.Title>{t('token.title', { name: issued.data.name })}</Page.Title>
      <Layouts.Header
        title={t('token.title', { name: issued.data.name })}
        subtitle={t('token.subtitle')}
        primaryAction={
          <Button startIcon={<Check />} size="S" onClick={onDone}>
            {t('token.done')}
          </Button>
        }
      />
      <Layouts.Content>
        <TokenPanel issued={issued} doneMessage={doneMessage} onDone={onDone} />
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
