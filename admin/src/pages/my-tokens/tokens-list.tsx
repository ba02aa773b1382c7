import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { ListedMyTokens } from '../../api/my-tokens';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';
import { ClosedNotice, CLOSED_NOTICE_ID } from './closed-notice';
import { MyTokensFrame } from './my-tokens-frame';
import { NewTokenModal } from './new-token-modal';
import { TokensTable } from './tokens-table';
import type { MyTokensState } from './use-my-tokens';

interface TokensListProps {
  page: MyTokensState;
  /** Absent until the first answer. */
  answer: ListedMyTokens | undefined;
}

/** The tokens of a person who may hold several. */
export const TokensList = ({ page, answer }: TokensListProps) => {
  const t = useT();
  const [isMaking, setMaking] = useState(false);
  const rules = answer?.meta.rules;
  const isClosed = rules?.closed !== null;
  const open = () => {
    setMaking(true);
  };
  return (
    <MyTokensFrame
      isBusy={page.answer.isFetching}
      primaryAction={
        <Button
          size="S"
          startIcon={<Plus />}
          disabled={isClosed}
          aria-describedby={isClosed ? CLOSED_NOTICE_ID : undefined}
          onClick={open}
        >
          {t('my.new')}
        </Button>
      }
    >
      {page.holdsMore ? (
        <Notice kind="info" title={t('my.holds-more.title')}>
          {t('my.holds-more')}
        </Notice>
      ) : null}
      {rules === undefined ? null : <ClosedNotice rules={rules} />}
      {answer?.data.length === 0 ? (
        <EmptyState
          content={t(isClosed ? 'my.none-yet.closed' : 'my.none-yet')}
          action={
            isClosed ? undefined : (
              <Button variant="secondary" startIcon={<Plus />} onClick={open}>
                {t('my.create-first')}
              </Button>
            )
          }
        />
      ) : (
        <TokensTable page={page} answer={answer} />
      )}
      {isMaking && rules !== undefined ? (
        <NewTokenModal
          rules={rules}
          onClose={() => {
            setMaking(false);
          }}
          onIssued={page.onCreated}
        />
      ) : null}
    </MyTokensFrame>
  );
};
