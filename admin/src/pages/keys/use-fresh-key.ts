import { useState } from 'react';
import type { Key } from '../../../../contracts/keys';
import { useReadAccessKeyQuery } from '../../api/keys';

/**
 * A key as it was stored when the page was opened, never as a cache remembers it; it stays as it
 * is while one types, until `reload` asks for what is stored now.
 */
export const useFreshKey = (id: string) => {
  const { data, error, isFetching, refetch } = useReadAccessKeyQuery(id, {
    refetchOnMountOrArgChange: true,
  });
  const [fresh, setFresh] = useState<Key | null>(null);
  if (fresh === null && data !== undefined && !isFetching) setFresh(data.data);

  const reload = async (): Promise<Key | null> => {
    const answer = await refetch();
    if (answer.data === undefined) return null;
    setFresh(answer.data.data);
    return answer.data.data;
  };

  return { key: fresh, error: fresh === null && !isFetching ? error : undefined, reload };
};
