import { VisuallyHidden } from '@strapi/design-system';
import type { StrapiToken } from '../../../../contracts/strapi-tokens';
import { DataTable, HeadCell } from '../../components/data-table';
import { TableSkeleton } from '../../components/table-skeleton';
import { useT } from '../../translations/use-t';
import { TokenRow } from './token-row';

interface TokensTableProps {
  /** Absent until the first answer. */
  tokens: readonly StrapiToken[] | undefined;
  isBusy: boolean;
  isChosen: (token: StrapiToken) => boolean;
  onToggle: (token: StrapiToken, isOn: boolean) => void;
}

export const TokensTable = ({ tokens, isBusy, isChosen, onToggle }: TokensTableProps) => {
  const t = useT();
  return (
    <DataTable
      label={t('strapi-tokens.table')}
      isBusy={isBusy}
      hasOptions={false}
      head={
        <>
          <HeadCell>
            <VisuallyHidden>{t('strapi-tokens.column.choose')}</VisuallyHidden>
          </HeadCell>
          <HeadCell>{t('strapi-tokens.column.token')}</HeadCell>
          <HeadCell>{t('key.type')}</HeadCell>
          <HeadCell>{t('key.expires-at')}</HeadCell>
          <HeadCell>{t('key.last-used')}</HeadCell>
          <HeadCell>{t('strapi-tokens.column.role')}</HeadCell>
        </>
      }
    >
      {tokens === undefined ? (
        <TableSkeleton columns={6} />
      ) : (
        tokens.map((token) => (
          <TokenRow
            key={token.id}
            token={token}
            isChosen={isChosen(token)}
            onToggle={(isOn) => {
              onToggle(token, isOn);
            }}
          />
        ))
      )}
    </DataTable>
  );
};
