import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { type ExportKeysQuery, keyEndpoints } from '../../../../contracts/keys';
import { download } from '../../api/download';
import { useDownload } from '../../hooks/use-download';
import { useT } from '../../translations/use-t';

interface ExportButtonProps {
  query: ExportKeysQuery;
}

/** Keeps the filtered list, all its pages, as a file. */
export const ExportButton = ({ query }: ExportButtonProps) => {
  const t = useT();
  const { isBusy, start } = useDownload(() => download(keyEndpoints.export, query, 'api-keys.csv'));
  return (
    <Button variant="tertiary" size="S" startIcon={<Download />} loading={isBusy} onClick={start}>
      {t('keys.export')}
    </Button>
  );
};
