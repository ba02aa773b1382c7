import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useReadKeyPolicyQuery } from '../../api/keys';
import { Notice } from '../../components/notice';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';

const RULES_PATH = '/settings/api-access-rules';

/** Says that expiry notices reach nobody, while that is so. */
export const MailBanner = ({ can }: { can: Can }) => {
  const t = useT();
  const { data } = useReadKeyPolicyQuery(undefined, { refetchOnMountOrArgChange: true });
  if (data?.data.mailFails !== true) return null;
  return (
    <Notice
      kind="warning"
      live="status"
      title={t('keys.mail-fails.title')}
      action={
        can('settings') ? (
          <LinkButton tag={Link} to={RULES_PATH} variant="secondary" size="S">
            {t('keys.mail-fails.open')}
          </LinkButton>
        ) : undefined
      }
    >
      {t(can('settings') ? 'keys.mail-fails' : 'keys.mail-fails.ask')}
    </Notice>
  );
};
