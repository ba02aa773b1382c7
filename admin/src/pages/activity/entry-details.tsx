import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ActivityEntry } from '../../../../contracts/activity';
import { Chip } from '../../components/chip';
import { Fact } from '../../components/facts';
import { Mono } from '../../components/mono';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';
import { fieldText, valueText } from './field-texts';
import { originWithoutAddress } from './origin';

const Grid = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  margin: 0;
  white-space: normal;
`;

const Scroll = styled(Box)`
  max-height: 24rem;
  overflow-y: auto;
  overflow-wrap: anywhere;
`;

const Values = ({ field, values }: { field: string; values: readonly string[] }) => {
  const t = useT();
  const formats = useFormats();
  if (values.length === 0)
    return <Typography textColor="neutral600">{t('activity.empty-value')}</Typography>;
  return (
    <Flex gap={1} wrap="wrap" tag="span">
      {values.map((value) => (
        <Chip key={value}>{valueText(t, formats, field, value)}</Chip>
      ))}
    </Flex>
  );
};

const Actions = ({ label, actions }: { label: string; actions: readonly string[] | undefined }) =>
  actions === undefined || actions.length === 0 ? null : (
    <Fact label={`${label} (${String(actions.length)})`}>
      {/* Many actions scroll, and what scrolls must be reachable by keyboard. */}
      <Scroll tabIndex={0} role="region" aria-label={label}>
        {actions.map((action) => (
          <Mono key={action} tag="div">
            {action}
          </Mono>
        ))}
      </Scroll>
    </Fact>
  );

/** All that is kept of an entry besides its sentence. */
export const EntryDetails = ({ entry }: { entry: ActivityEntry }) => {
  const { at, kind, address, subject, details } = entry;
  const t = useT();
  const { dateTime } = useFormats();
  // Nothing was before it was made.
  const isNew = kind.endsWith('.created');
  const told = new Set((details.changes ?? []).map(({ field }) => field));
  const untold = (details.fields ?? []).filter((field) => !told.has(field));
  const texts = [
    ['activity.column.when', dateTime(at)],
    ['activity.column.address', address ?? originWithoutAddress(t, entry)],
    [
      'activity.expiry',
      typeof details.expiresAt === 'string' ? dateTime(details.expiresAt) : undefined,
    ],
    ['activity.format', details.format?.toUpperCase()],
    ['activity.message', details.message],
    ['activity.recipients', details.recipients?.join(', ')],
    // Other entries count keys, and say so in their sentence.
    ['activity.tries', kind === 'notice.failed' ? details.count?.toString() : undefined],
  ] as const;
  const codes = [
    ['key.access-id', subject?.accessId],
    ['activity.request', details.request],
    ['activity.code', details.code],
    ['activity.permission.needed', details.required?.join(' · ')],
  ] as const;
  return (
    <Grid>
      {texts.map(([id, text]) =>
        text === undefined || text === '' ? null : (
          <Fact key={id} label={t(id)}>
            {text}
          </Fact>
        ),
      )}
      {codes.map(([id, text]) =>
        text === undefined || text === null || text === '' ? null : (
          <Fact key={id} label={t(id)}>
            <Mono>{text}</Mono>
          </Fact>
        ),
      )}
      {(details.changes ?? []).map(({ field, before, after }) => (
        <Fact key={field} label={fieldText(t, field)}>
          <Flex direction="column" alignItems="flex-start" gap={1}>
            {isNew ? null : (
              <Flex gap={2} alignItems="baseline">
                <Typography variant="pi" textColor="neutral600">
                  {t('activity.before')}
                </Typography>
                <Values field={field} values={before} />
              </Flex>
            )}
            <Flex gap={2} alignItems="baseline">
              {isNew ? null : (
                <Typography variant="pi" textColor="neutral600">
                  {t('activity.after')}
                </Typography>
              )}
              <Values field={field} values={after} />
            </Flex>
          </Flex>
        </Fact>
      ))}
      {untold.length === 0 ? null : (
        <Fact label={t('activity.fields')}>
          {untold.map((field) => fieldText(t, field)).join(', ')}
        </Fact>
      )}
      <Actions label={t('activity.added')} actions={details.added} />
      <Actions label={t('activity.removed')} actions={details.removed} />
    </Grid>
  );
};
