import { Typography } from '@strapi/design-system';
import { useT } from '../../../translations/use-t';

/** In place of a chart that could not be loaded. */
export const NoChart = () => {
  const t = useT();
  return <Typography textColor="neutral600">{t('key.use.no-chart')}</Typography>;
};
