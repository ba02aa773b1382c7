import { VisuallyHidden } from '@strapi/design-system';
import { useState } from 'react';
import type { MyToken } from '../../../../contracts/my-tokens';
import type { ListedMyTokens } from '../../api/my-tokens';
import { DataTable, HeadCell } from '../../components/data-table';
import { TableSkeleton } from '../../components/table-skeleton';
import { useT } from '../../translations/use-t';
import { buttonIdOf, type TokenDeed, TokenRow } from './token-row';
import { DeleteTokenDialog } from './delete-token-dialog';
import { RegenerateModal } from './regenerate-modal';
import type { MyTokensState } from './use-my-tokens';

const COLUMNS = 6;

interface TokensTableProps {
  page: MyTokensState;
  answer: ListedMyTokens | undefined;
}

export const TokensTable = ({ page, answer }: TokensTableProps) => {
  const t = useT();
  const [doing, setDoing] = useState<{ deed: TokenDeed; id: string } | null>(null);
  const targetOf = (deed: TokenDeed): MyToken | null =>
    doing?.deed === deed ? (answer?.data.find(({ id }) => id === doing.id) ?? null) : null;
  const regenerated = targetOf('regenerate');
  const close = () => {
    setDoing(null);
  };
  const backTo = (deed: TokenDeed) => (token: MyToken) => {
    document.getElementById(buttonIdOf(deed, token))?.focus();
  };
  return (
    <>
      <DataTable
        label={t('my-tokens.title')}
        isBusy={page.answer.isFetching}
        head={
          <>
            <HeadCell>{t('my.name')}</HeadCell>
            <HeadCell>{t('my.token')}</HeadCell>
            <HeadCell>{t('my.created')}</HeadCell>
            <HeadCell>{t('key.last-used')}</HeadCell>
            <HeadCell>{t('key.expires-at')}</HeadCell>
            <HeadCell>
              <VisuallyHidden>{t('table.actions')}</VisuallyHidden>
            </HeadCell>
          </>
        }
      >
        {answer === undefined ? (
          <TableSkeleton columns={COLUMNS} />
        ) : (
          answer.data.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              rules={answer.meta.rules}
              onDo={(deed) => {
                setDoing({ deed, id: token.id });
              }}
            />
          ))
        )}
      </DataTable>
      <DeleteTokenDialog
        token={targetOf('delete')}
        onClose={close}
        returnFocus={backTo('delete')}
      />
      {regenerated === null || answer === undefined ? null : (
        <RegenerateModal
          token={regenerated}
          policy={answer.meta.rules.expiry}
          reload={page.reload}
          onClose={close}
          onIssued={page.onRegenerated}
          returnFocus={() => {
            backTo('regenerate')(regenerated);
          }}
        />
      )}
    </>
  );
};
