import { LinkButton } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import type { Upgrade } from '../../../contracts/entitlement';
import { useT } from '../translations/use-t';
import { Notice } from './notice';

/** In place of what the app's config does not let the viewer use: why, and where to get it. */
export const UpgradeRequired = ({ reason, upgradeUrl }: Upgrade) => {
  const t = useT();
  return (
    <Notice
      kind="warning"
      title={t('upgrade.title')}
      live="alert"
      action={
        upgradeUrl === null ? undefined : (
          <LinkButton
            href={upgradeUrl}
            target="_blank"
            rel="noopener noreferrer"
            variant="secondary"
            endIcon={<ExternalLink />}
          >
            {t('upgrade.link')}
          </LinkButton>
        )
      }
    >
      {reason ?? t('upgrade.no-reason')}
    </Notice>
  );
};
