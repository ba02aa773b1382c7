import { Typography } from '@strapi/design-system';
import type { Key } from '../../../../contracts/keys';
import { CopyLine } from '../../components/copy-line';
import { Panel } from '../../components/panel';
import { useApiUrl } from '../../hooks/use-api-url';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';

interface OwnerInstructionsProps {
  value: Key;
}

/** What the technical owner must know, without the token: fit for a mail or a ticket. */
export const OwnerInstructions = ({ value }: OwnerInstructionsProps) => {
  const t = useT();
  const { dateTime } = useFormats();
  const url = useApiUrl();
  const lines = [
    t('token.handover.key', { name: value.name, id: value.displayId }),
    t('token.handover.url', { url }),
    t('token.handover.header'),
    t('token.handover.test', { url: `${url}/api-access/whoami` }),
    value.expiresAt === null
      ? t('token.handover.never')
      : t('token.handover.expires', { date: dateTime(value.expiresAt) }),
    t('token.handover.token'),
  ];
  return (
    <Panel title={t('token.handover.title')} hint={t('token.handover.hint')}>
      {value.technicalOwner === null ? null : (
        <Typography>
          {t('key.stops.owner', {
            owner: [value.technicalOwner.name, ...value.technicalOwner.emails].join(' · '),
          })}
        </Typography>
      )}
      <CopyLine
        label={t('token.handover.title')}
        text={lines.join('\n')}
        copyLabel={t('token.handover.copy')}
      />
    </Panel>
  );
};
