import { Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ActivityEntry } from '../../../../contracts/activity';
import { useFormats } from '../../hooks/use-formats';
import type { Can } from '../../hooks/use-permissions';
import { getTranslation } from '../../translations/get-translation';
import { useT } from '../../translations/use-t';
import { keyPaths } from '../keys/paths';
import { rolePaths } from '../roles/paths';
import { attemptOf } from './attempt';
import { fieldText } from './field-texts';

const Name = styled(Typography)`
  overflow-wrap: anywhere;
`;

const NameLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  overflow-wrap: anywhere;
`;

/** Where one can go to see what an entry speaks of. */
const placeOf = ({ subject }: ActivityEntry, can: Can): string | null => {
  if (subject?.isThere !== true || subject.id === null) return null;
  if (subject.type === 'key' && can('read')) return keyPaths.detail(subject.id);
  return subject.type === 'role' && can('get-role') ? rolePaths.edit(subject.id) : null;
};

const wayOf = ({ added = [], removed = [] }: ActivityEntry['details']): string => {
  if (added.length > 0) return removed.length > 0 ? 'both' : 'wider';
  return removed.length > 0 ? 'narrower' : 'same';
};

const expiryOf = ({ expiresAt }: ActivityEntry['details'], written: (at: string) => string) =>
  expiresAt === undefined ? 'unknown' : expiresAt === null ? 'none' : written(expiresAt);

/** Writes a name of somebody's or something's into a sentence. */
type Write<T> = (text: string, to: string | null) => T;

const asText: Write<string> = (text) => text;

const asRich: Write<ReactNode> = (text, to) =>
  to === null ? (
    <Name tag="span" fontWeight="bold" textColor="neutral800">
      {text}
    </Name>
  ) : (
    <NameLink to={to}>{text}</NameLink>
  );

/** Says what happened as a person would: with names in bold and links for the eye, or as plain text. */
export const useSentence = (can: Can) => {
  const intl = useIntl();
  const t = useT();
  const { date, list } = useFormats();

  const valuesOf = <T,>(
    entry: ActivityEntry,
    write: Write<T>,
  ): Record<string, T | string | number> => {
    const { actor, subject, details, kind } = entry;
    const first = (values: readonly string[] | undefined) =>
      write(values?.[0] ?? t('activity.empty-value'), null);
    const { verb, thing } = attemptOf(details.request);
    return {
      who: write(actor.name ?? t(`activity.actor.${actor.kind}`), null),
      subject:
        subject === null
          ? ''
          : write(subject.name || t('activity.hidden-name'), placeOf(entry, can)),
      named: subject === null ? 'no' : 'yes',
      before: first(details.before),
      after: first(details.after),
      fields: list((details.fields ?? []).map((field) => fieldText(t, field))),
      expiry: expiryOf(details, date),
      way: wayOf(details),
      verb,
      thing: subject === null ? thing : 'named',
      exported: details.exported ?? 'other',
      count: details.count ?? 0,
      recipients: details.recipients?.length ?? 0,
      recipient: first(details.recipients),
      message: details.message ?? details.code ?? t(`activity.kind.${kind}`),
    };
  };

  const messageOf = ({ kind }: ActivityEntry) => ({ id: getTranslation(`activity.say.${kind}`) });

  return {
    rich: (entry: ActivityEntry): ReactNode =>
      intl.formatMessage(messageOf(entry), valuesOf(entry, asRich)),
    plain: (entry: ActivityEntry): string =>
      intl.formatMessage(messageOf(entry), valuesOf(entry, asText)),
  };
};
