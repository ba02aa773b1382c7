import { Flex, Typography } from '@strapi/design-system';
import type { Selection } from '../../../../../contracts/bulk';
import { Mono } from '../../../components/mono';
import { Notice } from '../../../components/notice';
import { RelativeTime } from '../../../components/time';
import { useFormats } from '../../../hooks/use-formats';
import { useT } from '../../../translations/use-t';
import { AuthorField } from './author-field';
import type { BulkAction } from './use-bulk';

interface BulkQuestionProps {
  how: BulkAction;
  /** How many were chosen, those among them that are gone by now included. */
  chosen: number;
  selection: Selection;
  author: string | undefined;
  onAuthor: (author: string | undefined) => void;
}

/** What happens if one goes on, and who is hit. */
export const BulkQuestion = ({ how, chosen, selection, author, onAuthor }: BulkQuestionProps) => {
  const t = useT();
  const gone = chosen - selection.ids.length;
  const { revoked } = selection;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p">{t(`bulk.${how}.description`)}</Typography>
      {gone > 0 ? <Typography tag="p">{t('bulk.gone', { count: gone })}</Typography> : null}
      {revoked > 0 && how !== 'delete' ? (
        <Typography tag="p">{t(`bulk.${how}.revoked`, { count: revoked })}</Typography>
      ) : null}
      {how === 'take-over' ? (
        <AuthorField value={author} onChange={onAuthor} />
      ) : (
        <WhoIsHit selection={selection} />
      )}
    </Flex>
  );
};

const WhoIsHit = ({ selection }: { selection: Selection }) => {
  const t = useT();
  const { list } = useFormats();
  const { usedLately, latest, technicalOwners } = selection;
  return (
    <>
      <Notice
        kind={usedLately > 0 ? 'warning' : 'info'}
        title={t('bulk.used-lately', { count: usedLately })}
      >
        {latest.length === 0 ? undefined : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={2}>
            {latest.map((key) => (
              <li key={key.id}>
                <Typography fontWeight="semiBold">{key.name}</Typography>{' '}
                <Mono textColor="neutral600">{key.displayId}</Mono> ·{' '}
                <RelativeTime value={key.lastUsedAt} />
                {key.technicalOwner === null ? null : ` · ${key.technicalOwner}`}
              </li>
            ))}
            {usedLately > latest.length ? (
              <li>{t('bulk.used-lately.more', { count: usedLately - latest.length })}</li>
            ) : null}
          </Flex>
        )}
      </Notice>
      <Typography tag="p">
        {technicalOwners.length === 0
          ? t('bulk.no-owners')
          : t('bulk.owners', { owners: list(technicalOwners) })}
      </Typography>
    </>
  );
};
