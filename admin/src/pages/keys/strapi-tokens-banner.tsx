import { Button, Flex, LinkButton } from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCountStrapiTokensQuery } from '../../api/strapi-tokens';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';
import { keyPaths } from './paths';

/** How many there were when the offer was put off in this browser. */
const PUT_OFF = 'api-access.strapi-tokens.put-off';

const putOffAt = (): number => Number(localStorage.getItem(PUT_OFF) ?? 0);

/** Offers to move Strapi's own API tokens here, until that is done or put off. */
export const StrapiTokensBanner = () => {
  const t = useT();
  const { data } = useCountStrapiTokensQuery(undefined, { refetchOnMountOrArgChange: true });
  const [known, setKnown] = useState(putOffAt);
  const count = data?.data.total ?? 0;
  if (count <= known) return null;
  return (
    <Notice
      kind="info"
      title={t('strapi-tokens.offer.title', { count })}
      action={
        <Flex gap={2}>
          <LinkButton tag={Link} to={keyPaths.strapiTokens} variant="secondary" size="S">
            {t('strapi-tokens.offer.open')}
          </LinkButton>
          <Button
            variant="tertiary"
            size="S"
            onClick={() => {
              localStorage.setItem(PUT_OFF, String(count));
              setKnown(count);
            }}
          >
            {t('strapi-tokens.offer.later')}
          </Button>
        </Flex>
      }
    >
      {t('strapi-tokens.offer')}
    </Notice>
  );
};
